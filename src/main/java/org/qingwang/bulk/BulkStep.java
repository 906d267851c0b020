package org.qingwang.bulk;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.Bilingual;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.intervention.StatedReason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does one thing of one act, in a transaction of its own. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class BulkStep {

    private final BulkActs acts;
    private final BulkWorks works;
    private final AgencyService agencies;
    private final AuditLog audit;
    private final Clock clock;

    BulkStep(BulkActs acts, BulkWorks works, AgencyService agencies, AuditLog audit, Clock clock) {
        this.acts = acts;
        this.works = works;
        this.agencies = agencies;
        this.audit = audit;
        this.clock = clock;
    }

    /** What could not be done, and why. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient BulkAct act;
        private final transient BulkItem item;

        private Refused(BulkAct act, BulkItem item, RuntimeException cause) {
            super(cause);
            this.act = act;
            this.item = item;
        }

        BulkAct act() {
            return act;
        }

        BulkItem item() {
            return item;
        }
    }

    /**
     * Does the next thing of the act that has waited longest, or ends that act if nothing of it is left.
     *
     * @return whether there was an act to work on
     * @throws Refused if it cannot be done; nothing of it is, then
     */
    boolean next() {
        Optional<BulkAct> open = acts.lockOpen();
        open.ifPresent(act -> acts.nextWaiting(act.id()).ifPresentOrElse(item -> work(act, item), () -> end(act)));
        return open.isPresent();
    }

    private void work(BulkAct act, BulkItem item) {
        try {
            Actors.as(orderer(act), () -> {
                StatedReason.during(act.reason(), () -> works.of(act).doTo(act, item));
                acts.done(act.id(), item.position());
                audit.record(AuditEntry.of("bulk.item-done", BulkService.SUBJECT, id(act), facts(item)));
            });
        } catch (RuntimeException e) {
            throw new Refused(act, item, e);
        }
    }

    /** With the rights of this moment: who has left since does nothing any more. */
    private Actor orderer(BulkAct act) {
        return agencies.find(act.orderedBy())
                .filter(Officer::active)
                .map(Officer::actor)
                .orElseThrow(() -> new NotAllowed(act.orderedBy() + " has left"));
    }

    /** Notes that it could not be done. */
    void note(UUID act, BulkItem item, Bilingual problem) {
        acts.find(act)
                .ifPresent(ordered ->
                        Actors.as(new Actor(ordered.orderedBy(), ordered.orderedName(), null, Set.of()), () -> {
                            if (acts.failed(act, item.position(), problem)) {
                                Map<String, Object> facts = facts(item);
                                facts.put("problem", problem.zh());
                                audit.record(
                                        AuditEntry.of("bulk.item-failed", BulkService.SUBJECT, act.toString(), facts));
                            }
                        }));
    }

    private void end(BulkAct act) {
        acts.finish(act.id(), clock.instant());
        audit.record(AuditEntry.of(
                "bulk.ended", BulkService.SUBJECT, id(act), Map.of("done", act.done(), "failed", act.failed())));
    }

    private static String id(BulkAct act) {
        return act.id().toString();
    }

    private static Map<String, Object> facts(BulkItem item) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("subject", item.subject());
        putIfPresent(facts, "number", item.number());
        putIfPresent(facts, "name", item.name());
        putIfPresent(facts, "target", item.target());
        return facts;
    }

    private static void putIfPresent(Map<String, Object> facts, String name, String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
