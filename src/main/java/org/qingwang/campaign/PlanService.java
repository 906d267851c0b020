package org.qingwang.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.Campaign.Stage;
import org.qingwang.common.BadInput;
import org.qingwang.common.GivenText;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A campaign before its launch: drafted by the office, approved by somebody else, issued to the agencies, or called off.
 * Every use case may be called twice.
 */
@Service
@Transactional
public class PlanService {

    private final Campaigns campaigns;
    private final KeyTasks tasks;
    private final CampaignHistory history;
    private final CampaignWorkflow workflow;
    private final LiaisonService liaisons;
    private final AgencyService agencies;
    private final StatutoryClocks clocks;
    private final Clock time;

    PlanService(
            Campaigns campaigns,
            KeyTasks tasks,
            CampaignHistory history,
            CampaignWorkflow workflow,
            LiaisonService liaisons,
            AgencyService agencies,
            StatutoryClocks clocks,
            Clock time) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.history = history;
        this.workflow = workflow;
        this.liaisons = liaisons;
        this.agencies = agencies;
        this.clocks = clocks;
        this.time = time;
    }

    /**
     * Takes a new plan.
     *
     * @return number of the campaign
     * @throws NotAllowed if the person is not of the campaign office
     * @throws BadInput if the plan cannot be, or its document orders another campaign already
     */
    public String draft(PlanDraft draft) {
        CampaignService.requireOffice();
        check(draft);
        Instant now = time.instant();
        String campaignNo = CampaignNumbers.campaign(WorkingCalendar.dateOf(now).getYear(), campaigns.nextNumber());
        refuseTaken(campaignNo, draft.plan());
        Actor actor = Actors.current();
        campaigns.add(campaignNo, draft.plan(), now, actor.userId(), actor.name());
        tasks.plan(campaignNo, draft.tasks());
        history.add(campaignNo, "drafted", null, draft.plan().documentNo());
        return campaignNo;
    }

    /**
     * Takes a plan that was returned anew.
     *
     * @param change makes the new draft out of the present one
     * @throws BadInput if the plan was not returned, or the new one cannot be
     */
    public void revise(String campaignNo, UnaryOperator<PlanDraft> change) {
        CampaignService.requireOffice();
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        PlanDraft before = new PlanDraft(
                campaign.plan(),
                tasks.of(campaignNo).stream()
                        .map(task -> new PlannedTask(task.title(), task.jurisdiction(), task.dueOn()))
                        .toList());
        PlanDraft draft = change.apply(before);
        if (campaign.stage() == Stage.PLANNED && draft.equals(before)) {
            return;
        }
        campaign.require(Stage.RETURNED);
        check(draft);
        refuseTaken(campaignNo, draft.plan());
        Actor actor = Actors.current();
        campaigns.revise(campaignNo, draft.plan(), time.instant(), actor.userId(), actor.name());
        tasks.plan(campaignNo, draft.tasks());
        clocks.met(campaignNo, "campaign.revision");
        history.add(campaignNo, "revised", null, draft.plan().documentNo());
    }

    private void check(PlanDraft draft) {
        PlanChecks.check(draft, new HashSet<>(agencies.jurisdictions()), WorkingCalendar.dateOf(time.instant()));
        if (agencies.jurisdictions().stream().noneMatch(draft.plan()::concerns)) {
            throw new BadInput("agencies", "campaign.plan.nobody");
        }
    }

    private void refuseTaken(String campaignNo, CampaignPlan plan) {
        campaigns
                .orderedBy(plan.documentNo())
                .filter(other -> !other.equals(campaignNo))
                .ifPresent(other -> {
                    throw new BadInput("documentNo", "campaign.plan.document", plan.documentNo(), other);
                });
    }

    /**
     * Approves a plan or returns it with reasons.
     *
     * @throws NotAllowed if the person is no supervisor, or drafted the plan
     * @throws BadInput if the plan does not wait for approval
     */
    public void decide(String campaignNo, PlanDecision decision) {
        Actor actor = Actors.current();
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        if (!actor.isIn(Actor.SUPERVISORS_GROUP)) {
            throw new NotAllowed(actor.userId() + " approves no plans");
        }
        if (actor.userId().equals(campaign.draftedBy())) {
            throw new BadInput("", "campaign.plan.own");
        }
        boolean approved = decision.decision() == PlanDecision.Decision.APPROVE;
        boolean done = approved
                ? campaign.stage() == Stage.ISSUED
                : campaign.stage() == Stage.RETURNED && decision.reason().equals(campaign.remarks());
        if (done) {
            return;
        }
        campaign.require(Stage.PLANNED);
        clocks.met(campaignNo, "campaign.approval");
        if (approved) {
            campaigns.approve(campaignNo, time.instant(), actor.name());
            history.add(campaignNo, "approved", null);
        } else {
            campaigns.sendBack(campaignNo, decision.reason());
            history.add(campaignNo, "returned", decision.reason());
        }
    }

    /** Issues the notice to every agency that is to take part. */
    public void issueNotice(String campaignNo) {
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        List<Jurisdiction> concerned = agencies.jurisdictions().stream()
                .filter(campaign.plan()::concerns)
                .toList();
        liaisons.ask(campaignNo, concerned);
    }

    /**
     * Ends a campaign that was not launched.
     *
     * @throws BadInput if it was launched, or the reason is missing
     */
    public void callOff(String campaignNo, String reason) {
        CampaignService.requireOffice();
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        String why = GivenText.required("reason", reason, "campaign.reason-missing", "campaign.too-long");
        if (campaign.stage() == Stage.CALLED_OFF) {
            return;
        }
        campaign.require(Stage.PLANNED, Stage.RETURNED, Stage.ISSUED);
        campaigns.end(campaignNo, Stage.CALLED_OFF, time.instant());
        clocks.stopAll(campaignNo, "Campaign called off · 专项行动取消");
        liaisons.release(campaignNo);
        workflow.calledOff(campaignNo);
        history.add(campaignNo, "called-off", why);
    }
}
