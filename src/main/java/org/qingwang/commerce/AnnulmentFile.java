package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was done about a decision that was annulled or changed.
 *
 * @param annulment null while it is only begun
 * @param isCarriedOut whether the case and its money already follow it
 * @param withdrawnOn when the publication was withdrawn; null if not, or never published
 * @param withdrawalNote null if none
 * @param refunded in CNY; null if nothing was
 * @param refundedOn null if nothing was
 * @param refundReceipt null if nothing was
 * @param goodsBack how confiscated goods went back; null if none did yet
 */
public record AnnulmentFile(
        Annulment annulment,
        boolean isCarriedOut,
        LocalDate withdrawnOn,
        String withdrawalNote,
        BigDecimal refunded,
        LocalDate refundedOn,
        String refundReceipt,
        GoodsBack goodsBack) {}
