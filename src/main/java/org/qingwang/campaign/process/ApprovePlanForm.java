package org.qingwang.campaign.process;

import java.util.Map;
import org.qingwang.campaign.PlanDecision;
import org.qingwang.campaign.PlanService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The leading group approves a plan or returns it. */
@Component
class ApprovePlanForm implements FormHandler<PlanDecision> {

    private final PlanService service;

    ApprovePlanForm(PlanService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "campaign-approve-plan";
    }

    @Override
    public Class<PlanDecision> type() {
        return PlanDecision.class;
    }

    @Override
    public Map<String, Object> handle(PlanDecision form, Submission submission) {
        service.decide(submission.variable(CampaignProcess.CAMPAIGN_NO), form);
        return Map.of(CampaignProcess.DECISION, form.decision().name());
    }
}
