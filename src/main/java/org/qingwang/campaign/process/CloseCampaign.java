package org.qingwang.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.campaign.RunService;
import org.qingwang.engine.ModelBean;

/** Ends and archives a campaign. */
@ModelBean("closeCampaign")
class CloseCampaign implements JavaDelegate {

    private final RunService service;

    CloseCampaign(RunService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.close((String) execution.getVariable(CampaignProcess.CAMPAIGN_NO));
    }
}
