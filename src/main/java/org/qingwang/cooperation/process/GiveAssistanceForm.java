package org.qingwang.cooperation.process;

import java.util.Map;
import org.qingwang.cooperation.AssistanceService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The officers of the asked agency record what came of it. */
@Component
class GiveAssistanceForm implements FormHandler<GiveAssistanceForm.Fields> {

    /** What the form asks. */
    record Fields(String result) {}

    private final AssistanceService service;

    GiveAssistanceForm(AssistanceService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "case-assistance-give-assistance";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        service.give(submission.variable(CooperationProcesses.ASSISTANCE_NO), form.result());
        return Map.of();
    }
}
