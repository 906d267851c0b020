package org.qingwang.casefile.process;

import java.math.BigDecimal;
import java.util.Map;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Customs or public security record what came of a case, or hand it back. */
@Component
class HandleCaseForm implements FormHandler<HandleCaseForm.Fields> {

    /** What the form asks; amounts in CNY. */
    record Fields(
            String outcome,
            String reason,
            BigDecimal caseValue,
            BigDecimal fine,
            BigDecimal confiscated,
            BigDecimal goodsQuantity,
            String goods) {}

    private final CaseService cases;

    HandleCaseForm(CaseService cases) {
        this.cases = cases;
    }

    @Override
    public String formId() {
        return "agency-handling-handle-case";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        String caseNo = submission.variable(AgencyHandlingProcess.CASE_NO);
        if (form.outcome().equals(AgencyHandlingProcess.NOT_COMPETENT)) {
            cases.decline(
                    caseNo, Jurisdiction.parse(submission.variable(AgencyHandlingProcess.JURISDICTION)), form.reason());
        } else {
            cases.recordOutcome(caseNo, result(form));
        }
        return Map.of(AgencyHandlingProcess.OUTCOME, form.outcome());
    }

    private static CaseResult result(Fields form) {
        return new CaseResult(
                CaseOutcome.valueOf(form.outcome()),
                form.reason(),
                form.caseValue(),
                form.fine(),
                form.confiscated(),
                form.goodsQuantity(),
                form.goods());
    }
}
