package org.qingwang.campaign;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.campaign.Campaign.Stage;
import org.qingwang.casefile.CaseService;
import org.qingwang.common.BadInput;
import org.qingwang.common.GivenText;
import org.qingwang.common.NotAllowed;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.law.WorkingCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a running campaign reaches: its time and regions, and single cases against its criteria. May be called twice. */
@Service
@Transactional
public class ScopeService {

    private final Campaigns campaigns;
    private final CampaignRecords records;
    private final LiaisonService liaisons;
    private final KeyTaskService tasks;
    private final CampaignHistory history;
    private final CampaignWorkflow workflow;
    private final AgencyService agencies;
    private final CaseService cases;
    private final ComplaintService complaints;
    private final ObjectProvider<CampaignBriefings> briefings;
    private final Clock time;

    ScopeService(
            Campaigns campaigns,
            CampaignRecords records,
            LiaisonService liaisons,
            KeyTaskService tasks,
            CampaignHistory history,
            CampaignWorkflow workflow,
            AgencyService agencies,
            CaseService cases,
            ComplaintService complaints,
            ObjectProvider<CampaignBriefings> briefings,
            Clock time) {
        this.campaigns = campaigns;
        this.records = records;
        this.liaisons = liaisons;
        this.tasks = tasks;
        this.history = history;
        this.workflow = workflow;
        this.agencies = agencies;
        this.cases = cases;
        this.complaints = complaints;
        this.briefings = briefings;
        this.time = time;
    }

    /**
     * Extends or narrows a running campaign. Agencies of new regions get the notice, those of regions given up are asked
     * for nothing more.
     *
     * @throws BadInput if it does not run, the new last day is past, or the reason is missing
     */
    public void change(String campaignNo, ScopeChange change) {
        CampaignService.requireOffice();
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        String reason = GivenText.required("reason", change.reason(), "campaign.reason-missing", "campaign.too-long");
        CampaignPlan plan = campaign.plan();
        Set<String> regions = new TreeSet<>(change.regions());
        boolean isSameTime = plan.lastDay().equals(change.lastDay());
        if (isSameTime && regions.equals(new TreeSet<>(plan.regions()))) {
            return;
        }
        campaign.require(Stage.RUNNING);
        check(plan, change);
        campaigns.change(campaignNo, change.lastDay(), List.copyOf(regions));
        Campaign changed = campaigns.lockOrFail(campaignNo);
        takeLeave(changed);
        liaisons.ask(
                campaignNo,
                agencies.jurisdictions().stream()
                        .filter(changed.plan()::concerns)
                        .toList());
        if (isSameTime) {
            history.add(campaignNo, "regions-changed", reason, regions.size());
        } else {
            boolean longer = change.lastDay().isAfter(plan.lastDay());
            history.add(
                    campaignNo,
                    longer ? "extended" : "shortened",
                    reason,
                    plan.lastDay(),
                    change.lastDay(),
                    regions.size());
        }
        workflow.planChanged(campaignNo);
    }

    private void check(CampaignPlan plan, ScopeChange change) {
        if (change.lastDay() == null) {
            throw new BadInput("lastDay", "campaign.change.day-missing");
        }
        if (change.lastDay().isBefore(WorkingCalendar.dateOf(time.instant()))) {
            throw new BadInput("lastDay", "campaign.plan.past", change.lastDay());
        }
        if (change.lastDay().isAfter(plan.firstDay().plusYears(PlanChecks.LONGEST_YEARS))) {
            throw new BadInput("lastDay", "campaign.plan.too-long", PlanChecks.LONGEST_YEARS);
        }
        PlanChecks.checkRegions(change.regions(), new HashSet<>(agencies.jurisdictions()));
    }

    private void takeLeave(Campaign campaign) {
        String campaignNo = campaign.campaignNo();
        campaigns.agenciesOf(campaignNo).stream()
                .filter(agency -> agency.takesPart() && !campaign.plan().concerns(agency.jurisdiction()))
                .map(CampaignAgency::jurisdiction)
                .forEach(jurisdiction -> {
                    liaisons.leave(campaignNo, jurisdiction);
                    tasks.drop(campaignNo, jurisdiction);
                    briefings.forEach(one -> one.left(campaignNo, jurisdiction.id()));
                });
    }

    /**
     * Says that a case or complaint belongs to a campaign or does not, whatever the plan's criteria say.
     *
     * @param number of a case or complaint the person sees
     * @throws BadInput if there is none, or the reason is missing
     * @throws NotAllowed if the person neither works in the campaign office nor for an agency that takes part
     */
    public void override(String campaignNo, String number, boolean included, String reason) {
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        Actor actor = Actors.current();
        if (!CampaignService.mayRun(actor) && !takesPart(campaignNo, actor)) {
            throw new NotAllowed(actor.userId() + " takes no part in " + campaignNo);
        }
        String why = GivenText.required("reason", reason, "campaign.reason-missing", "campaign.too-long");
        String subject = number == null ? "" : number.strip();
        boolean isCase = isVisibleCase(actor, subject);
        if (!isCase && !isVisibleComplaint(actor, subject)) {
            throw new BadInput("number", "campaign.override.unknown", subject);
        }
        if (campaign.stage() == Stage.CALLED_OFF) {
            campaign.require(Stage.RUNNING);
        }
        CampaignRecords.CaseOverride override =
                new CampaignRecords.CaseOverride(isCase ? "CASE" : "COMPLAINT", subject, included, why);
        if (records.override(campaignNo, override, time.instant(), actor.name())) {
            history.add(campaignNo, included ? "included" : "excluded", why, subject);
        }
    }

    private boolean isVisibleCase(Actor actor, String number) {
        return cases.find(number).isPresent() && cases.maySee(actor, number);
    }

    private boolean isVisibleComplaint(Actor actor, String number) {
        return complaints
                .find(number)
                .filter(complaint -> ComplaintService.maySee(actor, complaint))
                .isPresent();
    }

    private boolean takesPart(String campaignNo, Actor actor) {
        List<CampaignAgency> asked = campaigns.agenciesOf(campaignNo);
        return asked.stream().anyMatch(agency -> agency.takesPart() && actor.worksFor(agency.jurisdiction()));
    }
}
