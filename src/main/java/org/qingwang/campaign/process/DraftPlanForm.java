package org.qingwang.campaign.process;

import java.util.Map;
import org.qingwang.campaign.PlanService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The campaign office drafts a plan. */
@Component
class DraftPlanForm implements FormHandler<PlanFields> {

    private final PlanService service;

    DraftPlanForm(PlanService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "campaign-draft-plan";
    }

    @Override
    public Class<PlanFields> type() {
        return PlanFields.class;
    }

    @Override
    public Map<String, Object> handle(PlanFields form, Submission submission) {
        String campaignNo = service.draft(form.draft());
        return Map.of("businessKey", campaignNo, CampaignProcess.CAMPAIGN_NO, campaignNo);
    }
}
