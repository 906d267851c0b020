package org.qingwang.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.Campaign.Stage;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A campaign from its launch to its archive: key tasks, returns in their rhythm, evaluation. Every use case may be called
 * twice.
 */
@Service
@Transactional
public class RunService {

    private final Campaigns campaigns;
    private final CampaignRecords records;
    private final LastingMeasures measures;
    private final KeyTaskService tasks;
    private final LastingMeasureService lasting;
    private final LiaisonService liaisons;
    private final CampaignHistory history;
    private final ObjectProvider<CampaignBriefings> briefings;
    private final StatutoryClocks clocks;
    private final OfficeHours hours;
    private final Clock time;

    RunService(
            Campaigns campaigns,
            CampaignRecords records,
            LastingMeasures measures,
            KeyTaskService tasks,
            LastingMeasureService lasting,
            LiaisonService liaisons,
            CampaignHistory history,
            ObjectProvider<CampaignBriefings> briefings,
            StatutoryClocks clocks,
            OfficeHours hours,
            Clock time) {
        this.campaigns = campaigns;
        this.records = records;
        this.measures = measures;
        this.tasks = tasks;
        this.lasting = lasting;
        this.liaisons = liaisons;
        this.history = history;
        this.briefings = briefings;
        this.clocks = clocks;
        this.hours = hours;
        this.time = time;
    }

    /**
     * Records how a campaign was launched.
     *
     * @throws BadInput if it was not issued, or the day is in the future
     */
    public void launch(String campaignNo, Campaign.Launch launch) {
        CampaignService.requireOffice();
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        if (launch.equals(campaign.launch())) {
            return;
        }
        campaign.require(Stage.ISSUED);
        if (launch.day().isAfter(today())) {
            throw new BadInput("day", "campaign.launch.future", launch.day());
        }
        campaigns.launch(campaignNo, launch);
        clocks.met(campaignNo, "campaign.launch");
        history.add(campaignNo, "launched", null, launch.day());
    }

    /** Assigns the key tasks. */
    public void begin(String campaignNo) {
        campaigns.lockOrFail(campaignNo);
        tasks.begin(campaignNo);
    }

    /** @return how long until returns are asked for next, as ISO 8601 has it; nothing if they all were */
    public String untilReturns(String campaignNo) {
        return next(campaigns.lockOrFail(campaignNo))
                .map(period -> hours.until(period.end()))
                .orElse("PT0S");
    }

    /**
     * Asks for the returns of the period that is over, once.
     *
     * @return whether the campaign's time is over
     */
    public boolean askReturns(String campaignNo) {
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        if (campaign.stage() != Stage.RUNNING) {
            return true;
        }
        Optional<ReturnRhythm.Period> due = next(campaign);
        boolean isLast = due.map(period -> period.end().equals(campaign.plan().lastDay()))
                .orElse(true);
        if (due.isPresent() && !hours.hasCome(due.get().end())) {
            return false;
        }
        due.ifPresent(period -> ask(campaignNo, period));
        if (isLast) {
            campaigns.stage(campaignNo, Stage.EVALUATION);
            history.add(campaignNo, "time-over", null);
        }
        return isLast;
    }

    private void ask(String campaignNo, ReturnRhythm.Period period) {
        records.asked(campaignNo, period.end(), time.instant());
        briefings.forEach(one -> one.ask(campaignNo, period.from(), period.end()));
        history.add(campaignNo, "returns-asked", null, period.from(), period.end());
    }

    private Optional<ReturnRhythm.Period> next(Campaign campaign) {
        CampaignPlan plan = campaign.plan();
        LocalDate launched =
                campaign.launch() == null ? plan.firstDay() : campaign.launch().day();
        return new ReturnRhythm(plan.firstDay(), launched, plan.lastDay(), plan.returnsOn())
                .after(records.lastAsked(campaign.campaignNo()).orElse(null));
    }

    /**
     * Records what a campaign achieved, which practices deserve imitation, and what stays.
     *
     * @throws BadInput if its time is not over, an owner does not take part, or a reminder is not in the future
     */
    public void evaluate(String campaignNo, Evaluation evaluation) {
        CampaignService.requireOffice();
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        if (evaluation.words().equals(campaign.evaluation())) {
            return;
        }
        campaign.require(Stage.EVALUATION);
        evaluation
                .practices()
                .forEach(practice -> requireConcerned(campaign, "practices", practice.owner(), practice.title()));
        for (Evaluation.Measure measure : evaluation.measures()) {
            requireConcerned(campaign, "measures", measure.owner(), measure.title());
            if (!measure.remindOn().isAfter(today())) {
                throw new BadInput("measures", "campaign.measure.remind", measure.remindOn());
            }
        }
        campaigns.evaluate(campaignNo, evaluation.words());
        for (int i = 0; i < evaluation.practices().size(); i++) {
            records.addPractice(campaignNo, i + 1, evaluation.practices().get(i));
        }
        for (int i = 0; i < evaluation.measures().size(); i++) {
            measures.add(campaignNo, i + 1, evaluation.measures().get(i));
        }
        clocks.met(campaignNo, "campaign.evaluation");
        history.add(campaignNo, "evaluated", null);
    }

    private static void requireConcerned(Campaign campaign, String field, Jurisdiction owner, String title) {
        if (!campaign.plan().concerns(owner)) {
            throw new BadInput(field, "campaign.plan.task-owner", title);
        }
    }

    /** Ends and archives a campaign: open key tasks are dropped, lasting measures begin. */
    public void close(String campaignNo) {
        Campaign campaign = campaigns.lockOrFail(campaignNo);
        if (campaign.isOver()) {
            return;
        }
        tasks.drop(campaignNo);
        liaisons.release(campaignNo);
        campaigns.end(campaignNo, Stage.CLOSED, time.instant());
        lasting.begin(campaignNo);
        history.add(campaignNo, "closed", null);
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }
}
