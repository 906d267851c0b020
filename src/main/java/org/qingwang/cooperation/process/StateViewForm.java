package org.qingwang.cooperation.process;

import java.util.Map;
import org.qingwang.cooperation.CompetenceDisputeService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The head of the other agency agrees, or leaves it to the common superior. */
@Component
class StateViewForm implements FormHandler<StateViewForm.Fields> {

    /** What the form asks. */
    record Fields(String decision, String reason) {}

    private final CompetenceDisputeService service;

    StateViewForm(CompetenceDisputeService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "competence-dispute-state-view";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        service.view(
                submission.variable(CooperationProcesses.DISPUTE_NO),
                form.decision().equals("AGREE"),
                form.reason());
        return Map.of(CooperationProcesses.DECISION, form.decision());
    }
}
