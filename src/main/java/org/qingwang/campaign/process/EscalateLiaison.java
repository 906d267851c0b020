package org.qingwang.campaign.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.LiaisonService;
import org.qingwang.engine.ModelBean;

/** Says that an agency did not name its liaison in time. */
@ModelBean("escalateLiaison")
class EscalateLiaison implements JavaDelegate {

    private final LiaisonService service;

    EscalateLiaison(LiaisonService service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.escalate((String) execution.getVariable(CampaignProcess.CAMPAIGN_NO), Jurisdiction.parse((String)
                execution.getVariable(CampaignLiaisonProcess.JURISDICTION)));
    }
}
