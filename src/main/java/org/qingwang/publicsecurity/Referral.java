package org.qingwang.publicsecurity;

import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * A suspected crime on its way to the police.
 *
 * @param referralNo its own number, by which its clocks run
 * @param referrer who refers
 * @param police the police that have it or will get it
 * @param reason why it was begun
 * @param closedAt null while it goes on
 */
public record Referral(
        String referralNo,
        String caseNo,
        Jurisdiction referrer,
        Jurisdiction police,
        ReferralStage stage,
        Instant openedAt,
        String openedBy,
        String reason,
        Instant closedAt) {

    /** @return whose turn it is at this stage */
    Jurisdiction actingAt(ReferralStage at) {
        return at.side() == ReferralStage.Side.POLICE ? police : referrer;
    }
}
