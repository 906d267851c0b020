package org.qingwang.campaign.process;

import java.util.Map;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.RunService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The office records how a campaign was launched. */
@Component
class LaunchForm implements FormHandler<Campaign.Launch> {

    private final RunService service;

    LaunchForm(RunService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "campaign-launch";
    }

    @Override
    public Class<Campaign.Launch> type() {
        return Campaign.Launch.class;
    }

    @Override
    public Map<String, Object> handle(Campaign.Launch form, Submission submission) {
        service.launch(submission.variable(CampaignProcess.CAMPAIGN_NO), form);
        return Map.of();
    }
}
