package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Settlement;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Costs were set against the security. */
@Component
class SettleCostsForm implements FormHandler<Settlement> {

    private final CustomsService customs;

    SettleCostsForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-settle-costs";
    }

    @Override
    public Class<Settlement> type() {
        return Settlement.class;
    }

    @Override
    public Map<String, Object> handle(Settlement form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        return Map.of(
                CustomsDetentionProcess.OUTCOME,
                customs.settle(caseNo, form, submission.formReference()).name());
    }
}
