package org.qingwang.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How much security customs asks for by the value of the goods, in one version. Amounts in CNY. */
public record SecurityRule(RuleHead head, List<Tier> tiers) implements LawRule {

    public SecurityRule {
        tiers = List.copyOf(tiers);
    }

    /**
     * One tier.
     *
     * @param below it holds for values below this, or null
     * @param upTo it holds for values up to and with this, or null
     * @param share part of the value, or null if an amount is fixed
     * @param minimum at least this, or null
     * @param amount just this, or null
     */
    public record Tier(BigDecimal below, BigDecimal upTo, BigDecimal share, BigDecimal minimum, BigDecimal amount) {

        boolean holdsFor(BigDecimal value) {
            return (below == null || value.compareTo(below) < 0) && (upTo == null || value.compareTo(upTo) <= 0);
        }

        BigDecimal of(BigDecimal value) {
            if (amount != null) {
                return amount;
            }
            BigDecimal part = value.multiply(share);
            return minimum == null ? part : part.max(minimum);
        }
    }

    /** @return the security for goods of this value, in yuan and fen */
    public BigDecimal required(BigDecimal value) {
        return tiers.stream()
                .filter(tier -> tier.holdsFor(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id() + " has no tier for " + value))
                .of(value)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
