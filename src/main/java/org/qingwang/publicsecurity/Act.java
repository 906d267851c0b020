package org.qingwang.publicsecurity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One infringing act: what was done in one stretch of time.
 *
 * @param from its first day
 * @param to its last day
 * @param gains illegal gains, CNY
 * @param pieces complete images of a mark, where marks themselves were made or sold
 * @param penaltyNo the decision that already punished it; null if none did, so that it accumulates
 */
public record Act(LocalDate from, LocalDate to, List<GoodsLot> goods, BigDecimal gains, long pieces, String penaltyNo) {

    public Act {
        goods = List.copyOf(goods);
    }

    public boolean isPunished() {
        return penaltyNo != null;
    }

    /** Whether it began after the penalty and ended not later than so many years after it. */
    boolean isRepetitionOf(LocalDate penalty, int years) {
        return from.isAfter(penalty) && !to.isAfter(penalty.plusYears(years));
    }
}
