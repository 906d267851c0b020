package org.qingwang.campaign.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.qingwang.agency.Actor;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignService;
import org.qingwang.campaign.RunService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.pledge.process.Pledger;
import org.qingwang.support.FormWork;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Takes campaigns of the commerce agencies of Zhejiang and Guangdong to where a test needs them. */
@Component
public class Campaigning extends FormWork {

    public static final String ZHEJIANG = "commerce-330000";
    public static final String GUANGDONG = "commerce-440000";
    public static final Actor SUPERVISOR = new Actor("supervisor", "Han Du", null, Set.of(Actor.SUPERVISORS_GROUP));

    private final FormService forms;
    private final RepositoryService repository;
    private final CampaignService campaigns;
    private final RunService runs;
    private final Pledger pledger;
    private final Clock clock;

    Campaigning(
            FormService forms,
            RepositoryService repository,
            CampaignService campaigns,
            RunService runs,
            Pledger pledger,
            Clock clock) {
        this.forms = forms;
        this.repository = repository;
        this.campaigns = campaigns;
        this.runs = runs;
        this.pledger = pledger;
        this.clock = clock;
    }

    /** What the office fills in: 26 days from today, one key task for Zhejiang, due after ten days. */
    public Map<String, Object> plan() {
        LocalDate today = WorkingCalendar.dateOf(clock.instant());
        Map<String, Object> plan = new HashMap<>();
        plan.put("name", "Clean net");
        plan.put("nameZh", "清网行动");
        plan.put("documentNo", "2026-" + UUID.randomUUID());
        plan.put("legalBasis", "E-Commerce Law");
        plan.put("firstDay", today.toString());
        plan.put("lastDay", today.plusDays(25).toString());
        plan.put(
                "phases",
                List.of(Map.of(
                        "name",
                        "Mobilise",
                        "firstDay",
                        today.toString(),
                        "lastDay",
                        today.plusDays(6).toString())));
        plan.put("goods", "");
        plan.put("platforms", "");
        plan.put("agencies", List.of("COMMERCE"));
        plan.put("regions", List.of("330000", "440000"));
        plan.put(
                "tasks",
                List.of(Map.of(
                        "title",
                        "Inspect the shoe market",
                        "agency",
                        "COMMERCE",
                        "region",
                        "330000",
                        "dueOn",
                        today.plusDays(10).toString())));
        plan.put("supervisionCriteria", "Cases above CNY 500,000");
        plan.put("indicatorSet", "weekly-2011");
        plan.put("returnsOn", "FRIDAY");
        return plan;
    }

    public String draft(Map<String, Object> plan) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("campaign")
                .latestVersion()
                .singleResult()
                .getId();
        return asOffice(() -> forms.submitStartForm(definition, plan).getBusinessKey());
    }

    public void approve(String campaignNo) {
        submit(campaignNo, "Task_ApprovePlan", SUPERVISOR, Map.of("decision", "APPROVE"));
    }

    /** A campaign whose agencies are asked for their liaisons. */
    public String issued() {
        return issued(plan());
    }

    public String issued(Map<String, Object> plan) {
        String campaignNo = draft(plan);
        approve(campaignNo);
        return campaignNo;
    }

    public void name(String campaignNo, String jurisdiction, String liaison) {
        submit(
                campaignNo + "-" + jurisdiction,
                "Task_NameLiaison",
                SignIn.head(jurisdiction),
                Map.of("liaison", liaison, "telephone", "0571 1234", "confirmed", true));
    }

    public void launch(String campaignNo) {
        submit(
                campaignNo,
                "Task_Launch",
                SignIn.office(),
                Map.of(
                        "day",
                        today().toString(),
                        "agenda",
                        "What is to be done, and by whom",
                        "attendees",
                        "All agencies and three platforms",
                        "minutes",
                        "The agencies reported what they prepared."));
    }

    /** A campaign that has begun; both agencies have their liaison. */
    public String running() {
        return running(plan());
    }

    public String running(Map<String, Object> plan) {
        String campaignNo = issued(plan);
        name(campaignNo, ZHEJIANG, "commerce-zj");
        name(campaignNo, GUANGDONG, "commerce-gd");
        launch(campaignNo);
        return campaignNo;
    }

    /** Runs what is due of the processes with this number. */
    public void runJobs(String number) {
        pledger.runJobs(number);
    }

    public Campaign get(String campaignNo) {
        return campaigns.get(campaignNo);
    }

    RunService runs() {
        return runs;
    }

    public <T> T asOffice(Supplier<T> work) {
        return SignIn.as(identity, SignIn.office(), work);
    }

    public void asOffice(Runnable work) {
        as(SignIn.office(), work);
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return SignIn.as(identity, actor, work);
    }

    public void as(Actor actor, Runnable work) {
        SignIn.as(identity, actor, () -> {
            work.run();
            return null;
        });
    }
}
