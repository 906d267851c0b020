package org.qingwang.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.qingwang.common.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Computes lawful fines from {@code law/fines.yaml}. */
@Component
public class FineRanges {

    /** Trademark Law 2019 art. 60, from 2027 art. 74. */
    public static final String TRADEMARK_INFRINGEMENT = "trademark.infringement";

    private static final String SURCHARGE = "payment.surcharge";

    private final Law law;

    @Autowired
    FineRanges(Law law) {
        this.law = law;
    }

    /**
     * The lawful range. The law of the time of the conduct applies, unless the law at the decision is lighter
     * (Administrative Penalty Law art. 37).
     *
     * @param ruleId for example {@link #TRADEMARK_INFRINGEMENT}
     * @param facts the infringement
     * @param decidedOn the day of the decision
     * @throws BadInput if the conduct ended before any version known here
     */
    public FineRange lawful(String ruleId, Infringement facts, LocalDate decidedOn) {
        FineRule atConduct = inForce(ruleId, facts.endedOn());
        if (!atConduct.head().lighterNewLaw()) {
            return range(atConduct, facts);
        }
        FineRule atDecision = inForce(ruleId, decidedOn);
        return range(isLighter(atDecision, atConduct, facts) ? atDecision : atConduct, facts);
    }

    private static boolean isLighter(FineRule newer, FineRule older, Infringement facts) {
        BigDecimal amount = facts.illegalBusiness();
        boolean serious = facts.heavier();
        int most = newer.maximum(amount, serious).compareTo(older.maximum(amount, serious));
        int least = newer.minimum(amount, serious).compareTo(older.minimum(amount, serious));
        return most < 0 || most == 0 && least < 0;
    }

    /**
     * @param payBy last day on which a fine can be paid without a surcharge
     * @return the share of the unpaid fine that each day after it adds (Administrative Penalty Law art. 72)
     */
    public BigDecimal dailySurcharge(LocalDate payBy) {
        return surcharge(payBy).times();
    }

    /** @return the rule that says so */
    public FineRule surcharge(LocalDate payBy) {
        return inForce(SURCHARGE, payBy);
    }

    /** @return one version, as a decision remembers it */
    public Optional<FineRule> version(String ruleId, LocalDate from) {
        return law.everInForce(FineRule.class, ruleId, from);
    }

    private static FineRange range(FineRule rule, Infringement facts) {
        BigDecimal amount = facts.illegalBusiness();
        if (facts.innocentSeller()) {
            return new FineRange(rule, cents(amount), zero(), zero(), null, FineRange.Reason.INNOCENT_SELLER);
        }
        BigDecimal maximum = cents(rule.maximum(amount, facts.heavier()));
        BigDecimal minimum = cents(rule.minimum(amount, facts.heavier()));
        return new FineRange(
                rule, cents(amount), minimum, maximum, heavierFrom(rule, facts, maximum), reason(rule, amount));
    }

    private static BigDecimal heavierFrom(FineRule rule, Infringement facts, BigDecimal maximum) {
        boolean called = facts.heavier() && rule.heavierFrom() != null;
        return called ? cents(maximum.multiply(rule.heavierFrom())) : null;
    }

    private static FineRange.Reason reason(FineRule rule, BigDecimal amount) {
        if (rule.isMultiple(amount)) {
            return FineRange.Reason.MULTIPLE;
        }
        return rule.threshold() == null ? FineRange.Reason.FIXED : FineRange.Reason.BELOW_THRESHOLD;
    }

    private FineRule inForce(String ruleId, LocalDate day) {
        return law.current()
                .find(FineRule.class, ruleId, day)
                .orElseThrow(() -> new BadInput("conductTo", "law.fines.no-version", day.toString()));
    }

    private static BigDecimal zero() {
        return cents(BigDecimal.ZERO);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.DOWN);
    }
}
