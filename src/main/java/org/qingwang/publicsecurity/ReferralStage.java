package org.qingwang.publicsecurity;

import static org.qingwang.publicsecurity.Answer.ACCEPTED;
import static org.qingwang.publicsecurity.Answer.APPROVED;
import static org.qingwang.publicsecurity.Answer.FILED;
import static org.qingwang.publicsecurity.Answer.HANDED_OVER;
import static org.qingwang.publicsecurity.Answer.NOT_FILED;
import static org.qingwang.publicsecurity.Answer.PASSED_ON;
import static org.qingwang.publicsecurity.Answer.PROCURATORATE;
import static org.qingwang.publicsecurity.Answer.PROSECUTED;
import static org.qingwang.publicsecurity.Answer.RECEIVED;
import static org.qingwang.publicsecurity.Answer.REFUSED;
import static org.qingwang.publicsecurity.Answer.REVERSED;
import static org.qingwang.publicsecurity.Answer.SIGNED;
import static org.qingwang.publicsecurity.Answer.TRANSFERRED;

import java.util.Map;
import java.util.Optional;
import org.qingwang.casefile.CaseReferral;

/** What a referral waits for. Each stage has the side that must act and the clock it acts under. */
public enum ReferralStage {
    REPORT(Side.REFERRER, "referral.report"),
    HEAD(Side.REFERRER, "referral.head-decision"),
    TRANSFER(Side.REFERRER, "referral.transfer"),
    RECEIPT(Side.POLICE, "referral.pass-on"),
    POLICE(Side.POLICE, "referral.police-decision"),
    OBJECTION(Side.REFERRER, "referral.reconsideration-request"),
    RECONSIDERATION(Side.POLICE, "referral.reconsideration-decision"),
    SUPERVISION_REQUEST(Side.REFERRER, "referral.procuratorate"),
    SUPERVISION(Side.REFERRER, "referral.supervision"),
    ARTICLES(Side.REFERRER, "referral.articles"),
    ARTICLES_RECEIPT(Side.POLICE, "referral.articles"),
    INVESTIGATION(Side.POLICE, "referral.investigation"),
    CLOSED(Side.REFERRER, null);

    /** Who must act. */
    public enum Side {
        REFERRER,
        POLICE
    }

    private final Side side;
    private final String ruleId;

    ReferralStage(Side side, String ruleId) {
        this.side = side;
        this.ruleId = ruleId;
    }

    public Side side() {
        return side;
    }

    /** @return rule of the clock that runs in this stage; null once the referral is closed */
    public String ruleId() {
        return ruleId;
    }

    /** @return whether its clock counts hours: such a clock runs from the minute somebody acts */
    boolean isInHours() {
        return this == TRANSFER || this == RECEIPT;
    }

    /** @return where an answer leads from here; empty if the stage does not know it */
    Optional<ReferralStage> after(Answer answer) {
        return Optional.ofNullable(ways().get(answer));
    }

    /** @return how far this stage is on the case's way; from its transfer on the police have it */
    CaseReferral ofTheCase() {
        return switch (this) {
            case REPORT, HEAD, TRANSFER -> CaseReferral.PREPARED;
            case CLOSED -> CaseReferral.ENDED;
            default -> CaseReferral.WITH_POLICE;
        };
    }

    private Map<Answer, ReferralStage> ways() {
        return switch (this) {
            case REPORT, CLOSED -> Map.of();
            case HEAD -> Map.of(APPROVED, TRANSFER, REFUSED, CLOSED);
            case TRANSFER -> Map.of(TRANSFERRED, RECEIPT);
            case RECEIPT -> Map.of(RECEIVED, POLICE, PASSED_ON, RECEIPT);
            case POLICE -> Map.of(FILED, ARTICLES, NOT_FILED, OBJECTION);
            case OBJECTION ->
                Map.of(ACCEPTED, CLOSED, Answer.RECONSIDERATION, RECONSIDERATION, PROCURATORATE, SUPERVISION);
            case RECONSIDERATION -> Map.of(FILED, ARTICLES, NOT_FILED, SUPERVISION_REQUEST);
            case SUPERVISION_REQUEST -> Map.of(ACCEPTED, CLOSED, PROCURATORATE, SUPERVISION);
            case SUPERVISION -> Map.of(FILED, ARTICLES, NOT_FILED, CLOSED);
            case ARTICLES -> Map.of(HANDED_OVER, ARTICLES_RECEIPT);
            case ARTICLES_RECEIPT -> Map.of(SIGNED, INVESTIGATION);
            case INVESTIGATION -> Map.of(PROSECUTED, CLOSED, REVERSED, CLOSED);
        };
    }

    public String messageKey() {
        return "publicsecurity.stage." + name();
    }
}
