package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Determination;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Customs determined whether the goods infringe. */
@Component
class DetermineForm implements FormHandler<Determination> {

    private final CustomsService customs;

    DetermineForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-determine";
    }

    @Override
    public Class<Determination> type() {
        return Determination.class;
    }

    @Override
    public Map<String, Object> handle(Determination form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        customs.determine(caseNo, form, submission.formReference());
        boolean released = form.result().ground() != null;
        return Map.of(
                CustomsDetentionProcess.DETERMINATION,
                released ? CustomsDetentionProcess.RELEASE : form.result().name());
    }
}
