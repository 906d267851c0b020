package org.qingwang.briefing;

import java.math.BigDecimal;

/**
 * What an indicator comes to for one agency.
 *
 * @param reporter id of the jurisdiction, or {@link #OFFICE}
 * @param listed what the list behind it adds up to; null where nothing is computed
 * @param reported what somebody entered in its place; null if the list stands
 * @param reason why that differs from the list, or from the version before; null if it does not
 */
public record Figure(String indicator, String reporter, BigDecimal listed, BigDecimal reported, String reason) {

    /** Who enters what no agency of a campaign knows: what procuratorate and courts did. */
    public static final String OFFICE = "office";

    /** @return what counts; null if nobody knows it */
    public BigDecimal value() {
        return reported == null ? listed : reported;
    }

    /** Whether somebody said something else than the cases. */
    public boolean differs() {
        return listed != null && reported != null && listed.compareTo(reported) != 0;
    }
}
