package org.qingwang.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.campaign.PlanService;
import org.qingwang.engine.ModelBean;

/** Issues the notice to every agency that is to take part. */
@ModelBean("issueNotice")
class IssueNotice implements JavaDelegate {

    private final PlanService service;

    IssueNotice(PlanService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.issueNotice((String) execution.getVariable(CampaignProcess.CAMPAIGN_NO));
    }
}
