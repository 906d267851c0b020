package org.qingwang.campaign.process;

import java.util.Map;
import org.qingwang.campaign.PlanService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The campaign office changes a plan that was returned. */
@Component
class RevisePlanForm implements FormHandler<PlanFields> {

    private final PlanService service;

    RevisePlanForm(PlanService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "campaign-revise-plan";
    }

    @Override
    public Class<PlanFields> type() {
        return PlanFields.class;
    }

    @Override
    public Map<String, Object> handle(PlanFields form, Submission submission) {
        service.revise(submission.variable(CampaignProcess.CAMPAIGN_NO), form::over);
        return Map.of();
    }
}
