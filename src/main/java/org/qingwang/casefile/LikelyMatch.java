package org.qingwang.casefile;

import org.qingwang.agency.Jurisdiction;

/**
 * An open case that may be about the same seller.
 *
 * @param reason why it is offered
 * @param similarity how alike the sellers' names sound, 0 to 1; 1 where they are the same
 * @param sellerName the seller's name in that case
 * @param lead who leads that case; null until assigned
 */
public record LikelyMatch(
        String caseNo,
        Reason reason,
        double similarity,
        String sellerName,
        String platform,
        String rightName,
        Jurisdiction lead) {

    /** Why a case is offered, the strongest reason first. */
    public enum Reason {
        /** The same listing, but the seller or the mark is another. */
        SAME_LISTING,
        /** The same seller with another listing of the same mark. */
        SAME_SELLER_AND_MARK,
        /** The same seller on the same platform, another mark. */
        SAME_SELLER,
        /** A seller of the same name on another platform. */
        SAME_SELLER_ELSEWHERE,
        /** A seller whose name looks or sounds alike. */
        SIMILAR_SELLER;

        /** Key of the sentence that says so; {0} is the similarity in per cent. */
        public String messageKey() {
            return "casefile.match." + name();
        }
    }

    /** The similarity in whole per cent. */
    public long percent() {
        return Math.round(similarity * 100);
    }
}
