package org.qingwang.cooperation.process;

import java.util.Map;
import org.qingwang.cooperation.AssistanceService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head of the asked agency accepts or refuses. */
@Component
class AnswerRequestForm implements FormHandler<AnswerRequestForm.Fields> {

    /** What the form asks. */
    record Fields(String decision, String reason) {}

    private final AssistanceService service;

    AnswerRequestForm(AssistanceService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "case-assistance-answer-request";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        service.answer(
                submission.variable(CooperationProcesses.ASSISTANCE_NO),
                form.decision().equals("ACCEPT"),
                form.reason());
        return Map.of(CooperationProcesses.DECISION, form.decision());
    }
}
