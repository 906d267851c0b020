package org.qingwang.bulk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acts upon many things at once: ordered here, done one by one in the background, and told how far they are. */
@Service
@Transactional
public class BulkService {

    /** How many things one act may be about. */
    public static final int MOST = 500;

    /** What the audit calls an act upon many: everything beneath it is found under this and its id. */
    public static final String SUBJECT = "bulk";

    private static final int ON_A_PAGE = 20;

    private final BulkActs acts;
    private final BulkWorks works;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkService(BulkActs acts, BulkWorks works, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.acts = acts;
        this.works = works;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Orders an act. Whether the person may order it at all is for the caller to check; whether it may be done to each
     * thing is checked when it is done. An order with the id of an earlier one of the same person is that one.
     *
     * @param reason why; null where none is asked for
     * @throws BadInput if nothing is chosen, too much, or the id is somebody else's
     */
    public void order(UUID id, String kind, Map<String, Object> facts, String reason, List<BulkItem> items) {
        if (items.isEmpty()) {
            throw new BadInput("subject", "bulk.nothing");
        }
        if (items.size() > MOST) {
            throw new BadInput("subject", "bulk.too-many", items.size(), MOST);
        }
        Actor actor = Actors.current();
        BulkAct act = new BulkAct(
                id, kind, facts, reason, actor.userId(), actor.name(), clock.instant(), items.size(), 0, 0, null);
        if (!acts.add(act, items)) {
            requireSame(act);
            return;
        }
        Map<String, Object> after = new LinkedHashMap<>(facts);
        after.put("count", items.size());
        audit.record(
                AuditEntry.of("bulk." + kind, SUBJECT, id.toString(), after).withReason(reason));
        events.publishEvent(new BulkOrdered());
    }

    private void requireSame(BulkAct act) {
        boolean same = acts.find(act.id())
                .filter(known -> known.orderedBy().equals(act.orderedBy())
                        && known.kind().equals(act.kind()))
                .isPresent();
        if (!same) {
            throw new BadInput("", "bulk.id-taken");
        }
    }

    /** @return the act, if the current person ordered it or watches over all */
    @Transactional(readOnly = true)
    public Optional<BulkAct> find(UUID id) {
        Actor reader = Actors.current();
        return acts.find(id).filter(act -> act.orderedBy().equals(reader.userId()) || watches(reader));
    }

    /** @return those that failed first; as many as an act may have */
    @Transactional(readOnly = true)
    public List<BulkItem> items(BulkAct act) {
        return acts.items(act.id(), MOST);
    }

    /** @return what is the same for all things of the act, as a sentence; empty if its kind says it all */
    @Transactional(readOnly = true)
    public Optional<String> about(BulkAct act, Locale language) {
        return works.of(act).about(act, language);
    }

    /** @return what becomes of things by what the items have, in words; what has none is left out */
    @Transactional(readOnly = true)
    public Map<String, String> targets(BulkAct act, List<BulkItem> items, Locale language) {
        Set<String> targets =
                items.stream().map(BulkItem::target).filter(Objects::nonNull).collect(Collectors.toSet());
        return targets.isEmpty() ? Map.of() : works.of(act).namesOf(act, targets, language);
    }

    /** @return the newest acts of the current person; of everybody for those who watch over all */
    @Transactional(readOnly = true)
    public List<BulkAct> newest() {
        Actor reader = Actors.current();
        return acts.newest(watches(reader) ? null : reader.userId(), ON_A_PAGE);
    }

    private static boolean watches(Actor reader) {
        return reader.seesEverything() || reader.isAdministrator();
    }
}
