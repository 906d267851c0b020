package org.qingwang.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * A case in a list. What is not known is null.
 *
 * @param supervised whether the campaign office follows it by name
 */
public record CaseRow(
        String caseNo,
        CaseStatus status,
        Jurisdiction lead,
        Instant openedAt,
        Instant closedAt,
        String sellerName,
        String platform,
        String rightName,
        String registrationNo,
        CaseOutcome outcome,
        BigDecimal caseValue,
        BigDecimal fine,
        boolean supervised) {}
