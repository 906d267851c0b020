package org.qingwang.cooperation.process;

import java.util.Map;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.cooperation.CompetenceDisputeService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The common superior says who is competent. */
@Component
class DesignateForm implements FormHandler<DesignateForm.Fields> {

    /** What the form asks. */
    record Fields(String leadAgency, String leadRegion, String reason) {}

    private final CompetenceDisputeService service;

    DesignateForm(CompetenceDisputeService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "competence-dispute-designate";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        service.designate(
                submission.variable(CooperationProcesses.DISPUTE_NO),
                Jurisdiction.parse(form.leadAgency() + "-" + form.leadRegion()),
                form.reason());
        return Map.of();
    }
}
