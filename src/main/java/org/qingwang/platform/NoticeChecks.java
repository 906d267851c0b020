package org.qingwang.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.WorkingCalendar;

/** What cannot be true of a notice and of the answers to it, each refused with a sentence. */
final class NoticeChecks {

    /** The E-Commerce Law came into force. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);

    private static final int SHORTEST_EVIDENCE = 20;

    private final Instant now;

    NoticeChecks(Instant now) {
        this.now = now;
    }

    void draft(NoticeDraft draft) {
        required("platform", draft.platform());
        required("seller", draft.seller());
        required("holder", draft.holder());
        required("rightName", draft.rightName());
        required("evidence", draft.evidence());
        if (draft.evidence().strip().length() < SHORTEST_EVIDENCE) {
            throw new BadInput("evidence", "platform.evidence-too-short", SHORTEST_EVIDENCE);
        }
        if (draft.demanded() == null) {
            throw new BadInput("demanded", "platform.missing.demanded");
        }
        if (draft.listings().isEmpty()) {
            throw new BadInput("listings", "platform.missing.listings");
        }
        if (draft.servedOn() == null) {
            throw new BadInput("servedOn", "platform.missing.servedOn");
        }
        between("servedOn", draft.servedOn(), FIRST_DAY);
    }

    /** @param clock the period in which the platform had to act; null if none is open */
    void measures(MeasuresTaken taken, PlatformNotice notice, StatutoryClock clock) {
        LocalDate served = notice.content().servedOn();
        moment("acknowledgedAt", taken.acknowledgedAt(), served);
        switch (taken.answer()) {
            case REFUSED -> required("reason", taken.reason());
            case SILENT -> refuseSilenceBeforeItsEnd(clock);
            case TAKEN -> taken(taken, notice, served);
        }
    }

    private void refuseSilenceBeforeItsEnd(StatutoryClock clock) {
        if (clock != null && clock.end().filter(now::isAfter).isEmpty()) {
            throw new BadInput("answer", "platform.measures-run", WorkingCalendar.dateOf(clock.dueAt()));
        }
    }

    private void taken(MeasuresTaken taken, PlatformNotice notice, LocalDate served) {
        if (taken.measure() == null) {
            throw new BadInput("measure", "platform.missing.measure");
        }
        if (taken.takenAt() == null) {
            throw new BadInput("takenAt", "platform.missing.takenAt");
        }
        moment("takenAt", taken.takenAt(), served);
        if (taken.forwardedOn() != null) {
            between("forwardedOn", taken.forwardedOn(), served);
        }
        untouched(taken, notice.addresses(ListingState.NOTIFIED));
    }

    private static void untouched(MeasuresTaken taken, List<String> known) {
        List<String> untouched = ListingLines.among("untouched", taken.untouched(), known);
        if (untouched.size() == known.size()) {
            throw new BadInput("untouched", "platform.nothing-touched");
        }
        if (!untouched.isEmpty()) {
            required("reason", taken.reason());
        }
    }

    void forwarding(Forwarding forwarding, PlatformNotice notice) {
        between("forwardedOn", forwarding.forwardedOn(), notice.content().servedOn());
    }

    void declaration(Declaration declaration, PlatformNotice notice) {
        required("declarant", declaration.declarant());
        required("statement", declaration.statement());
        required("evidence", declaration.evidence());
        if (declaration.evidence().strip().length() < SHORTEST_EVIDENCE) {
            throw new BadInput("evidence", "platform.evidence-too-short", SHORTEST_EVIDENCE);
        }
        between("declaredOn", declaration.declaredOn(), notice.measures().forwardedOn());
        ListingLines.among("covered", declaration.covered(), notice.addresses(ListingState.MEASURED));
    }

    void delivery(Delivery delivery, PlatformNotice notice) {
        between("deliveredOn", delivery.deliveredOn(), notice.declaration().declaredOn());
    }

    /** @param clock the period in which the holder may act */
    void reaction(Reaction reaction, PlatformNotice notice, StatutoryClock clock) {
        between("reactedOn", reaction.reactedOn(), notice.delivery().deliveredOn());
        if (reaction.reaction() == Reaction.Kind.ACCEPTED) {
            return;
        }
        if (reaction.authority() == null || reaction.authority().isBlank()) {
            throw new BadInput("authority", "platform.missing.authority");
        }
        LocalDate last = WorkingCalendar.dateOf(clock.dueAt());
        if (clock.end().isPresent() && reaction.reactedOn().isAfter(last)) {
            throw new BadInput("reactedOn", "platform.reaction-too-late", reaction.reactedOn(), last);
        }
    }

    void restoration(Restoration restoration, PlatformNotice notice) {
        between(
                "restoredOn",
                restoration.restoredOn(),
                WorkingCalendar.dateOf(notice.ending().endedAt()));
    }

    private void moment(String field, Instant moment, LocalDate first) {
        if (moment == null) {
            return;
        }
        if (moment.isAfter(now)) {
            throw new BadInput(field, "platform.in-the-future", WorkingCalendar.dateOf(moment));
        }
        between(field, WorkingCalendar.dateOf(moment), first);
    }

    private void between(String field, LocalDate day, LocalDate first) {
        if (day.isAfter(WorkingCalendar.dateOf(now))) {
            throw new BadInput(field, "platform.in-the-future", day);
        }
        if (day.isBefore(first)) {
            throw new BadInput(field, "platform.too-early", day, first);
        }
    }

    private static void required(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new BadInput(field, "platform.missing." + field);
        }
    }
}
