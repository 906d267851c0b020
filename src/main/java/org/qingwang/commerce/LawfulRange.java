package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.qingwang.law.FineRange;

/**
 * The lawful range of a fine as it was computed once, with the version of the rule. Amounts in CNY.
 *
 * @param rule id of the rule in {@code law/fines.yaml}
 * @param version first day of the rule's version
 * @param maximum highest lawful fine
 * @param heavierFrom from where a heavier penalty usually lies; null if none is called for
 * @param reason why this range
 */
public record LawfulRange(
        String rule, LocalDate version, BigDecimal maximum, BigDecimal heavierFrom, FineRange.Reason reason) {

    static LawfulRange of(FineRange range) {
        return new LawfulRange(
                range.rule().id(), range.rule().from(), range.maximum(), range.heavierFrom(), range.reason());
    }
}
