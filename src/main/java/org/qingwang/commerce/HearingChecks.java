package org.qingwang.commerce;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.qingwang.common.BadInput;

/**
 * What cannot be true of a notice, an answer or a hearing, each refused with a sentence.
 *
 * @param today the day on which it is recorded
 */
record HearingChecks(LocalDate today) {

    /** @param found when the findings the notice tells of were recorded */
    void notice(PenaltyNotice notice, LocalDate found) {
        notInFuture("toldOn", notice.toldOn());
        refuse(notice.toldOn().isBefore(found), "toldOn", "commerce.told-before-found", notice.toldOn(), found);
    }

    /** @param last the last day of the party's time */
    void answer(PartyAnswer answer, PenaltyNotice notice, LocalDate last) {
        LocalDate day = answer.answeredOn();
        notInFuture("answeredOn", day);
        refuse(day.isBefore(notice.toldOn()), "answeredOn", "commerce.answered-before-told", day, notice.toldOn());
        refuse(day.isAfter(last), "answeredOn", "commerce.answered-too-late", day, last);
        refuse(
                answer.kind() == PartyAnswer.Kind.HEARING && !notice.hearingOffered(),
                "kind",
                "commerce.hearing-not-offered");
    }

    void arrangement(Hearing.Arrangement arrangement, PartyAnswer asked, Filing filing, Findings findings) {
        notInFuture("noticeOn", arrangement.noticeOn());
        refuse(
                arrangement.noticeOn().isBefore(asked.answeredOn()),
                "noticeOn",
                "commerce.hearing-notice-before-request",
                arrangement.noticeOn(),
                asked.answeredOn());
        boolean investigated = Stream.of(
                        filing.firstHandler(),
                        filing.secondHandler(),
                        findings.inspection().firstOfficer(),
                        findings.inspection().secondOfficer())
                .anyMatch(officer -> isThePerson(officer, arrangement.presider()));
        refuse(investigated, "presider", "commerce.presider-investigated", arrangement.presider());
    }

    /** Officers are written with or without the number of their certificate. */
    private static boolean isThePerson(String officer, String presider) {
        String one = bare(officer);
        String other = bare(presider);
        return !one.isEmpty() && one.equalsIgnoreCase(other);
    }

    private static String bare(String person) {
        return person.replaceAll("[\\d\\s]+$", "").strip();
    }

    void conclusion(Hearing.Conclusion conclusion, Hearing.Arrangement arrangement) {
        boolean tookPlace = conclusion.result() == Hearing.Result.HELD || conclusion.result() == Hearing.Result.ABSENT;
        refuse(
                tookPlace && today.isBefore(arrangement.hearingOn()),
                "result",
                "commerce.hearing-not-yet",
                arrangement.hearingOn());
    }

    private void notInFuture(String field, LocalDate day) {
        refuse(day.isAfter(today), field, "commerce.date-in-future", day, today);
    }

    private static void refuse(boolean wrong, String field, String messageKey, Object... arguments) {
        if (wrong) {
            throw new BadInput(field, messageKey, arguments);
        }
    }
}
