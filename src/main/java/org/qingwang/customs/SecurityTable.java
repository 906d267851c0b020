package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.qingwang.engine.Decisions;
import org.qingwang.law.Securities;
import org.qingwang.law.SecurityRule;
import org.springframework.stereotype.Component;

/**
 * Asks the decision table {@code customs-security} which rule and tier a consignment falls under. The limits of the tiers
 * and the amounts are the law's, with their validity; the table names what they mean.
 */
@Component
class SecurityTable {

    private static final String EX_OFFICIO = "customs.security-ex-officio";
    private static final String GENERAL = "customs.security-general";

    private final Decisions decisions;
    private final Securities securities;

    SecurityTable(Decisions decisions, Securities securities) {
        this.decisions = decisions;
        this.securities = securities;
    }

    /** @param day the day on which security is asked for */
    RequiredSecurity required(Route route, BigDecimal value, LocalDate day) {
        SecurityRule tiers = securities.required(EX_OFFICIO, value, day).rule();
        Decisions.Outcome answer = decisions.decide(
                "customs-security",
                Map.of(
                        "route",
                        route.name(),
                        "goodsValue",
                        value.doubleValue(),
                        "fullBelow",
                        limit(tiers, SecurityRule.Tier::below),
                        "shareUpTo",
                        limit(tiers, SecurityRule.Tier::upTo)));
        Securities.Required required = securities.required(answer.text("rule"), value, day);
        return new RequiredSecurity(
                required.rule().id(),
                required.rule().head().from(),
                answer.text("tier"),
                answer.reference(),
                required.required());
    }

    private static double limit(SecurityRule rule, Function<SecurityRule.Tier, BigDecimal> of) {
        return rule.tiers().stream()
                .map(of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .doubleValue();
    }

    /** @return the least a general security must amount to on this day, by the holder's costs of the year before */
    BigDecimal leastGeneral(BigDecimal lastYearCosts, LocalDate day) {
        return securities.required(GENERAL, lastYearCosts, day).required();
    }
}
