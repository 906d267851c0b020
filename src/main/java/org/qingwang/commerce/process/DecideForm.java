package org.qingwang.commerce.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Decision;
import org.qingwang.commerce.DecisionKind;
import org.qingwang.commerce.OneFine;
import org.qingwang.commerce.PartyStatement;
import org.qingwang.commerce.measure.GoodsOrder;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head decided, or sent the case back. */
@Component
class DecideForm implements FormHandler<DecideForm.Fields> {

    /** Field of the form's first versions: cases that began under them tell the party without a step of its own. */
    private static final String NOTICE_ON = "noticeOn";

    /** The form's fields. What belongs to a penalty is hidden for every other decision. */
    record Fields(
            String decision,
            String decisionNo,
            LocalDate decidedOn,
            PartyStatement partyStatement,
            String partyWords,
            BigDecimal fine,
            BigDecimal confiscatedGains,
            BigDecimal confiscatedQuantity,
            BigDecimal confiscatedValue,
            String lighterReason,
            boolean finedElsewhere,
            String finedElsewhereBy,
            String anotherAct,
            GoodsOrder.Fate heldGoods,
            String releasedGoods,
            boolean collective,
            String collectiveRecord,
            String reason) {

        /** @return null if nothing is said of goods under a measure */
        GoodsOrder goodsOrder() {
            return heldGoods == null ? null : new GoodsOrder(heldGoods, releasedGoods);
        }

        boolean isReturn() {
            return decision.equals(CommerceInvestigationProcess.RETURN);
        }

        /** @param noticeOn when the party was told; null if that stands in the notice itself */
        Decision toDecision(LocalDate noticeOn) {
            return new Decision(
                    DecisionKind.valueOf(decision),
                    decisionNo,
                    decidedOn,
                    noticeOn,
                    partyStatement,
                    partyWords,
                    fine,
                    confiscatedGains,
                    confiscatedQuantity,
                    confiscatedValue,
                    collective,
                    collectiveRecord,
                    reason,
                    lighterReason,
                    new OneFine(finedElsewhere ? finedElsewhereBy : null, anotherAct));
        }
    }

    private final CommerceService commerce;

    DecideForm(CommerceService commerce) {
        this.commerce = commerce;
    }

    @Override
    public String formId() {
        return "commerce-investigation-decide";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        if (form.isReturn()) {
            commerce.returnForEvidence(caseNo, form.reason(), submission.formReference());
            return Map.of(CommerceInvestigationProcess.DECISION, form.decision());
        }
        Decision decision = form.toDecision((LocalDate) submission.values().get(NOTICE_ON));
        commerce.decide(caseNo, decision, form.goodsOrder(), submission.formReference());
        return Map.of(
                CommerceInvestigationProcess.DECISION,
                form.decision(),
                CommerceInvestigationProcess.OUTCOME,
                decision.kind().outcome().name());
    }
}
