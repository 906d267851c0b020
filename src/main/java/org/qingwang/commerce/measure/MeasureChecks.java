package org.qingwang.commerce.measure;

import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.common.BadInput;
import org.qingwang.law.WorkingCalendar;

/**
 * What cannot be true of a measure, each refused with a sentence.
 *
 * @param now when it is recorded
 */
record MeasureChecks(Instant now) {

    void plan(MeasurePlan plan, Instant openedAt) {
        required("kind", plan.kind());
        text("place", plan.place());
        text("firstOfficer", plan.firstOfficer());
        text("secondOfficer", plan.secondOfficer());
        text("reason", plan.reason());
        refuse(
                plan.firstOfficer()
                        .strip()
                        .equalsIgnoreCase(plan.secondOfficer().strip()),
                "secondOfficer",
                "commerce.two-officers",
                plan.secondOfficer());
        if (plan.isUrgent()) {
            urgent(plan, openedAt);
        }
    }

    private void urgent(MeasurePlan plan, Instant openedAt) {
        Instant taken = plan.takenAt().atZone(WorkingCalendar.ZONE).toInstant();
        refuse(taken.isAfter(now), "takenAt", "commerce.date-in-future", plan.takenAt(), today());
        LocalDate opened = WorkingCalendar.dateOf(openedAt);
        refuse(
                plan.takenAt().toLocalDate().isBefore(opened),
                "takenAt",
                "commerce.measure-before-case",
                plan.takenAt().toLocalDate(),
                opened);
        text("deedNo", plan.deedNo());
        text("receivedBy", plan.receivedBy());
    }

    void carriedOut(CarriedOut done, Measure measure) {
        notInFuture("takenOn", done.takenOn());
        LocalDate requested = WorkingCalendar.dateOf(measure.requestedAt());
        refuse(
                done.takenOn().isBefore(requested),
                "takenOn",
                "commerce.measure-before-approval",
                done.takenOn(),
                requested);
    }

    void dealing(Dealing dealing, Measure measure) {
        refuse(
                dealing.result() == Dealing.Result.SEIZE && measure.plan().kind() != MeasureKind.REGISTRATION,
                "result",
                "commerce.seized-already");
    }

    void returned(Returned returned, Measure measure) {
        notInFuture("returnedOn", returned.returnedOn());
        refuse(
                returned.returnedOn().isBefore(measure.takenOn()),
                "returnedOn",
                "commerce.returned-before-taken",
                returned.returnedOn(),
                measure.takenOn());
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(now);
    }

    private void notInFuture(String field, LocalDate day) {
        refuse(day.isAfter(today()), field, "commerce.date-in-future", day, today());
    }

    private static void text(String field, String text) {
        refuse(text == null || text.isBlank(), field, "commerce.measure-incomplete");
    }

    private static void required(String field, Object value) {
        refuse(value == null, field, "commerce.measure-incomplete");
    }

    private static void refuse(boolean wrong, String field, String messageKey, Object... arguments) {
        if (wrong) {
            throw new BadInput(field, messageKey, arguments);
        }
    }
}
