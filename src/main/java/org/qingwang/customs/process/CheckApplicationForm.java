package org.qingwang.customs.process;

import java.util.Map;
import org.qingwang.customs.Application;
import org.qingwang.customs.CustomsService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The holder's application was checked. */
@Component
class CheckApplicationForm implements FormHandler<Application> {

    private final CustomsService customs;

    CheckApplicationForm(CustomsService customs) {
        this.customs = customs;
    }

    @Override
    public String formId() {
        return "customs-detention-check-application";
    }

    @Override
    public Class<Application> type() {
        return Application.class;
    }

    @Override
    public Map<String, Object> handle(Application form, Submission submission) {
        String caseNo = CustomsDetentionProcess.caseNo(submission);
        boolean detains = customs.checkApplication(caseNo, form, submission.formReference());
        return Map.of(CustomsDetentionProcess.DETAINS, detains);
    }
}
