package org.qingwang.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.campaign.RunService;
import org.qingwang.engine.ModelBean;

/** Assigns the key tasks. */
@ModelBean("beginCampaignWork")
class BeginCampaignWork implements JavaDelegate {

    private final RunService service;

    BeginCampaignWork(RunService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.begin((String) execution.getVariable(CampaignProcess.CAMPAIGN_NO));
    }
}
