package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A decision was annulled or changed, by whom and from when. Amounts in CNY.
 *
 * @param newFine the fine that is left; null unless changed
 * @param newGains the confiscated gains that are left; null unless changed
 * @param newQuantity the confiscated goods that are left; null unless changed, or if all are left
 * @param newValue their value; null unless changed, or if all are left
 * @param decideAnew whether a new decision is ordered
 */
public record Annulment(
        AnnulmentResult result,
        Ground ground,
        String documentNo,
        LocalDate effectiveOn,
        BigDecimal newFine,
        BigDecimal newGains,
        BigDecimal newQuantity,
        BigDecimal newValue,
        boolean decideAnew,
        String reason) {

    /** Who annulled or changed it. */
    public enum Ground {
        RECONSIDERATION,
        COURT,
        /** The agency itself, or the one above it. */
        OWN_REVIEW;

        public String messageKey() {
            return "commerce.annulment-ground." + name();
        }
    }

    public Annulment {
        newFine = Cents.of(newFine);
        newGains = Cents.of(newGains);
        newQuantity = Cents.of(newQuantity);
        newValue = Cents.of(newValue);
    }

    /** @return what is left of the decision */
    Decision appliedTo(Decision decision) {
        return switch (result) {
            case ANNULLED -> decision.withAmounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
            case CHANGED ->
                decision.withAmounts(
                        newFine,
                        newGains,
                        newQuantity == null ? decision.confiscatedQuantity() : newQuantity,
                        newValue == null ? decision.confiscatedValue() : newValue);
            case UNLAWFUL, NOTHING -> decision;
        };
    }
}
