package org.qingwang.campaign.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.campaign.CampaignAgency;
import org.qingwang.campaign.CampaignWorkflow;
import org.qingwang.campaign.KeyTask;
import org.qingwang.campaign.LastingMeasure;
import org.qingwang.engine.OwnDoing;
import org.springframework.stereotype.Component;

/** Runs the parts of campaigns as processes of the agencies concerned, beside the process {@code campaign}. */
@Component
class EngineCampaignWorkflow implements CampaignWorkflow {

    private static final String LIAISONS_NAMED = "LiaisonsNamed";
    private static final String PLAN_CHANGED = "PlanChanged";
    private static final String CALLED_OFF = "CampaignCalledOff";
    private static final String LEFT = "AgencyLeft";
    private static final String DROPPED = "KeyTaskDropped";

    private final RuntimeService runtime;
    private final OwnDoing ownDoing;

    EngineCampaignWorkflow(RuntimeService runtime, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.ownDoing = ownDoing;
    }

    @Override
    public void askAgency(CampaignAgency agency) {
        begin(
                CampaignLiaisonProcess.KEY,
                agency.participation(),
                Map.of(
                        CampaignProcess.CAMPAIGN_NO,
                        agency.campaignNo(),
                        CampaignLiaisonProcess.PARTICIPATION,
                        agency.participation(),
                        CampaignLiaisonProcess.JURISDICTION,
                        agency.jurisdiction().id()));
    }

    @Override
    public void beginTask(KeyTask task) {
        begin(
                KeyTaskProcess.KEY,
                task.taskNo(),
                Map.of(
                        CampaignProcess.CAMPAIGN_NO,
                        task.campaignNo(),
                        KeyTaskProcess.TASK_NO,
                        task.taskNo(),
                        CampaignLiaisonProcess.JURISDICTION,
                        task.jurisdiction().id()));
    }

    @Override
    public void beginMeasure(LastingMeasure measure) {
        begin(
                LastingMeasureProcess.KEY,
                measure.measureNo(),
                Map.of(
                        CampaignProcess.CAMPAIGN_NO,
                        measure.campaignNo(),
                        LastingMeasureProcess.MEASURE_NO,
                        measure.measureNo(),
                        CampaignLiaisonProcess.JURISDICTION,
                        measure.jurisdiction().id()));
    }

    private void begin(String process, String number, Map<String, Object> variables) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(process, number, variables));
    }

    @Override
    public void liaisonsNamed(String campaignNo) {
        tell(LIAISONS_NAMED, campaignNo);
    }

    @Override
    public void planChanged(String campaignNo) {
        tell(PLAN_CHANGED, campaignNo);
    }

    @Override
    public void calledOff(String campaignNo) {
        tell(CALLED_OFF, campaignNo);
    }

    @Override
    public void agencyLeft(CampaignAgency agency) {
        tell(LEFT, agency.participation());
    }

    @Override
    public void dropTask(KeyTask task) {
        tell(DROPPED, task.taskNo());
    }

    private void tell(String message, String number) {
        ownDoing.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlateAllWithResult());
    }
}
