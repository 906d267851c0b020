package org.qingwang.pledge.process;

import java.math.BigDecimal;
import java.util.List;
import org.qingwang.pledge.Finding;

/**
 * What an officer fills in to end a check.
 *
 * @param findings one for each commitment that is looked at, in their order; empty if they were recorded on the pledge's page
 */
record CheckGiven(List<Row> findings, String note, Integer days) {

    CheckGiven {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** What was found of a commitment. */
    record Row(Finding.Result result, BigDecimal value, String words) {}
}
