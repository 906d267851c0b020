package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Examination;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Two officers examined the goods. */
@Component
class ExamineGoodsForm implements FormHandler<Examination> {

    private final CustomsService customs;

    ExamineGoodsForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-examine-goods";
    }

    @Override
    public Class<Examination> type() {
        return Examination.class;
    }

    @Override
    public Map<String, Object> handle(Examination form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        customs.examine(caseNo, CustomsDetentionProcess.jurisdiction(submission), form, submission.formReference());
        String finding = form.finding().name();
        return form.route() == null
                ? Map.of(CustomsDetentionProcess.FINDING, finding)
                : Map.of(
                        CustomsDetentionProcess.FINDING,
                        finding,
                        CustomsDetentionProcess.ROUTE,
                        form.route().name());
    }
}
