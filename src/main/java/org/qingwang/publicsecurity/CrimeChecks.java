package org.qingwang.publicsecurity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.qingwang.common.BadInput;

/**
 * Whether the facts of a suspected crime contradict each other or the calendar. Each refusal is one sentence with the
 * remedy.
 *
 * @param today the day of the assessment: nothing known can lie after it
 */
record CrimeChecks(LocalDate today) {

    void facts(CrimeFacts facts) {
        refuse(facts.marks() < 1, "marks", "publicsecurity.marks-missing");
        refuse(facts.unpunished().isEmpty(), "acts", "publicsecurity.nothing-to-judge");
        refuse(
                facts.punishedOn() != null && facts.punishedOn().isAfter(today),
                "punishedOn",
                "publicsecurity.date-in-future",
                facts.punishedOn(),
                today);
        facts.acts().forEach(this::act);
    }

    private void act(Act act) {
        refuse(act.to().isAfter(today), "conductTo", "publicsecurity.date-in-future", act.to(), today);
        refuse(
                act.to().isBefore(act.from()),
                "conductTo",
                "publicsecurity.conduct-ends-before-it-starts",
                act.to(),
                act.from());
        notNegative("gains", act.gains());
        notNegative("pieces", BigDecimal.valueOf(act.pieces()));
        act.goods().forEach(CrimeChecks::lot);
    }

    private static void lot(GoodsLot lot) {
        notNegative("quantity", lot.quantity());
        notNegative("unitPrice", lot.unitPrice());
        refuse(lot.sold() && isForUnsold(lot.pricing()), "pricing", "publicsecurity.sold-goods-have-their-price");
        refuse(!lot.sold() && lot.pricing() == Pricing.SALE_PRICE, "pricing", "publicsecurity.unsold-goods-have-none");
        refuse(
                lot.pricing() == Pricing.GENUINE_PRICE && isBlank(lot.noOtherPrice()),
                "noOtherPrice",
                "publicsecurity.why-no-other-price");
    }

    private static boolean isForUnsold(Pricing pricing) {
        return pricing == Pricing.MARKED_PRICE || pricing == Pricing.AVERAGE_PRICE;
    }

    private static void notNegative(String field, BigDecimal amount) {
        refuse(amount.signum() < 0, field, "publicsecurity.below-zero", amount);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    static void refuse(boolean wrong, String field, String messageKey, Object... arguments) {
        if (wrong) {
            throw new BadInput(field, messageKey, arguments);
        }
    }
}
