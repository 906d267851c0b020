package org.qingwang.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * Another case of the same seller, with a recorded outcome.
 *
 * @param lead who led it; null if nobody did
 * @param fine in CNY; null if none
 * @param sameMark about a mark of this case
 * @param sameListing about a listing of this case
 */
public record OtherCase(
        String caseNo,
        Jurisdiction lead,
        CaseOutcome outcome,
        BigDecimal fine,
        Instant openedAt,
        boolean sameMark,
        boolean sameListing) {

    public boolean isFined() {
        return fine != null && fine.signum() > 0;
    }
}
