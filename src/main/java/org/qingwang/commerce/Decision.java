package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The decision of the agency's head. Amounts in CNY.
 *
 * @param decisionNo number of the decision document
 * @param decidedOn its date
 * @param noticeOn when the party was told what was intended and of its rights; only for a penalty
 * @param partyStatement what the party answered; only for a penalty
 * @param partyWords what the party said, and why it was not followed; null if nothing
 * @param fine zero if none
 * @param confiscatedGains money confiscated; zero if none
 * @param confiscatedQuantity goods confiscated; zero if none
 * @param confiscatedValue their value; zero if none
 * @param collective decided by collective discussion (Administrative Penalty Law art. 57)
 * @param collectiveRecord its day and who took part; null if there was none
 * @param reason the reasons of the decision
 * @param lighterReason why a fine is lower than the law calls for; null if it is not
 * @param oneFine what was said of other fines for this act
 */
public record Decision(
        DecisionKind kind,
        String decisionNo,
        LocalDate decidedOn,
        LocalDate noticeOn,
        PartyStatement partyStatement,
        String partyWords,
        BigDecimal fine,
        BigDecimal confiscatedGains,
        BigDecimal confiscatedQuantity,
        BigDecimal confiscatedValue,
        boolean collective,
        String collectiveRecord,
        String reason,
        String lighterReason,
        OneFine oneFine) {

    public Decision {
        fine = Cents.orZero(fine);
        confiscatedGains = Cents.orZero(confiscatedGains);
        confiscatedQuantity = Cents.orZero(confiscatedQuantity);
        confiscatedValue = Cents.orZero(confiscatedValue);
        oneFine = oneFine == null ? OneFine.NOTHING_SAID : oneFine;
        collectiveRecord = collective ? collectiveRecord : null;
    }

    /** @return the same with what is on file of how the party was heard */
    Decision heard(Told told) {
        if (told == null || kind != DecisionKind.PENALTY) {
            return this;
        }
        return new Decision(
                kind,
                decisionNo,
                decidedOn,
                told.notice().toldOn(),
                told.partySpoke() ? partyStatement : PartyStatement.WAIVED,
                told.partySpoke() ? partyWords : null,
                fine,
                confiscatedGains,
                confiscatedQuantity,
                confiscatedValue,
                collective,
                collectiveRecord,
                reason,
                lighterReason,
                oneFine);
    }

    /** @return the same decision, with less to pay and to give up */
    Decision withAmounts(BigDecimal lessFine, BigDecimal lessGains, BigDecimal lessQuantity, BigDecimal lessValue) {
        return new Decision(
                kind,
                decisionNo,
                decidedOn,
                noticeOn,
                partyStatement,
                partyWords,
                lessFine,
                lessGains,
                lessQuantity,
                lessValue,
                collective,
                collectiveRecord,
                reason,
                lighterReason,
                oneFine);
    }

    /** @return what the party has to pay: fine and confiscated gains */
    public BigDecimal payable() {
        return fine.add(confiscatedGains);
    }

    /** @return the value of everything confiscated, money and goods */
    public BigDecimal confiscated() {
        return confiscatedGains.add(confiscatedValue);
    }
}
