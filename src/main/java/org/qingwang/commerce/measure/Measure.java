package org.qingwang.commerce.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/**
 * Registration, sealing or seizure of goods in a case.
 *
 * @param plan as asked for, with each item in the state it has now
 * @param takenOn the day it was carried out; null before
 * @param approvalReason what the head said; null before
 * @param lapsed whether it ended by itself: nobody decided on the goods, or approved what could not wait, in time
 * @param returned how goods were given back; null before, or if none were
 */
public record Measure(
        String measureNo,
        String caseNo,
        Jurisdiction jurisdiction,
        MeasureStage stage,
        Instant requestedAt,
        MeasurePlan plan,
        LocalDate takenOn,
        String approvalReason,
        boolean lapsed,
        Returned returned) {

    public BigDecimal value() {
        return plan.items().stream().map(MeasureItem::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether it ended because the head did not approve in time what could not wait. */
    public boolean isLifted() {
        return lapsed && approvalReason == null;
    }

    boolean holds(ItemState state) {
        return plan.items().stream().anyMatch(item -> item.state() == state);
    }
}
