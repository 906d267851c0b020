package org.qingwang.casefile;

import java.time.Clock;
import java.util.List;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The timeline of a case. Every capability that works on a case writes here what the case page shows. */
@Service
public class CaseTimeline {

    private final CaseEvents events;
    private final Clock clock;

    CaseTimeline(CaseEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds what happened.
     *
     * @param messageKey key of a sentence in the caller's message files
     * @param arguments what its placeholders stand for
     */
    @Transactional
    public void happened(String caseNo, String messageKey, Object... arguments) {
        add(Actors.current(), caseNo, messageKey, arguments, false, null, null);
    }

    /** Adds what the product did by itself, in whosever transaction: asked a decision table, told somebody. */
    @Transactional
    public void happenedByItself(String caseNo, String messageKey, Object... arguments) {
        add(Actor.SYSTEM, caseNo, messageKey, arguments, false, null, null);
    }

    /**
     * Adds what somebody decided.
     *
     * @param reason the reason given; null if none
     * @param legalBasis law and article; null if none
     */
    @Transactional
    public void decided(String caseNo, String messageKey, String reason, String legalBasis, Object... arguments) {
        add(Actors.current(), caseNo, messageKey, arguments, true, reason, legalBasis);
    }

    /** @return the whole timeline, oldest first */
    @Transactional(readOnly = true)
    public List<CaseEvent> of(String caseNo) {
        return events.of(caseNo);
    }

    private void add(
            Actor actor,
            String caseNo,
            String messageKey,
            Object[] arguments,
            boolean decision,
            String reason,
            String legalBasis) {
        String jurisdiction = actor.homeJurisdiction().map(Jurisdiction::id).orElse(null);
        List<String> words = List.of(arguments).stream().map(Object::toString).toList();
        events.add(
                caseNo,
                actor.userId(),
                new CaseEvent(
                        clock.instant(), actor.name(), jurisdiction, messageKey, words, decision, reason, legalBasis));
    }
}
