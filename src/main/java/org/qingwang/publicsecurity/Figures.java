package org.qingwang.publicsecurity;

import java.math.BigDecimal;
import java.util.List;
import org.qingwang.law.Threshold.Measure;

/**
 * What several acts come to.
 *
 * @param sold value of goods sold, CNY
 * @param unsold value of goods found unsold, CNY
 * @param gains illegal gains, CNY
 * @param pieces complete images of a mark
 */
public record Figures(BigDecimal sold, BigDecimal unsold, BigDecimal gains, BigDecimal pieces) {

    static Figures of(List<Act> acts) {
        return new Figures(
                value(acts, true),
                value(acts, false),
                acts.stream().map(Act::gains).reduce(BigDecimal.ZERO, BigDecimal::add),
                BigDecimal.valueOf(acts.stream().mapToLong(Act::pieces).sum()));
    }

    private static BigDecimal value(List<Act> acts, boolean sold) {
        return acts.stream()
                .flatMap(act -> act.goods().stream())
                .filter(lot -> lot.sold() == sold)
                .map(GoodsLot::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return illegal business: what was sold and what was found unsold */
    public BigDecimal business() {
        return sold.add(unsold);
    }

    BigDecimal of(Measure measure) {
        return switch (measure) {
            case ILLEGAL_BUSINESS, SOLD_AND_UNSOLD -> business();
            case ILLEGAL_GAINS -> gains;
            case SALES -> sold;
            case UNSOLD -> unsold;
            case PIECES -> pieces;
            case PENALTY, INFRINGEMENTS, YEARS, TIMES, DAILY_PERCENT, MOST_PERCENT ->
                throw new IllegalArgumentException(measure + " is no figure of a crime");
        };
    }
}
