package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What security the holder has to give.
 *
 * @param rule id of the rule, for example {@code customs.security-ex-officio}
 * @param version first day of the version it was computed by
 * @param tier name of the tier in the table {@code customs-security}
 * @param decisionTable the decision table and its version
 * @param required in CNY
 */
public record RequiredSecurity(String rule, LocalDate version, String tier, String decisionTable, BigDecimal required) {

    public RequiredSecurity {
        required = Amounts.of(required);
    }
}
