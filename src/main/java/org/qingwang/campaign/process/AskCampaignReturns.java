package org.qingwang.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.campaign.RunService;
import org.qingwang.engine.ModelBean;

/** Asks the agencies for their returns. */
@ModelBean("askCampaignReturns")
class AskCampaignReturns implements JavaDelegate {

    private final RunService service;

    AskCampaignReturns(RunService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                CampaignProcess.OVER, service.askReturns((String) execution.getVariable(CampaignProcess.CAMPAIGN_NO)));
    }
}
