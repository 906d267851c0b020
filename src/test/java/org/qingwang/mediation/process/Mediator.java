package org.qingwang.mediation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Takes a consumer's complaint and its dispute from step to step in tests, as Zhejiang's market regulation does. */
@Component
public class Mediator {

    public static final String AGENCY = "commerce-330000";
    static final Actor OFFICER = SignIn.officer(AGENCY);
    static final String DEMAND = "Refund of the price and three times as much";

    private final ComplaintService complaints;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final FormService forms;
    private final IdentityService identity;
    private final Clock clock;

    Mediator(
            ComplaintService complaints,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            FormService forms,
            IdentityService identity,
            Clock clock) {
        this.complaints = complaints;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.forms = forms;
        this.identity = identity;
        this.clock = clock;
    }

    /** A consumer's paper that came today: a lead, and a dispute. */
    SampleComplaint paper() {
        return new SampleComplaint().complainantName("王女士").receivedOn(today()).asksForRedress(DEMAND);
    }

    /** A complaint that was screened; its dispute, if it has one, is split off. */
    String screened(SampleComplaint sample) {
        return screened(sample, AGENCY);
    }

    String screened(SampleComplaint sample, String intake) {
        String receiptNo = complaints
                .file(sample.build(), Jurisdiction.parse(intake), null)
                .receiptNo();
        screen(receiptNo);
        return receiptNo;
    }

    /** Does what waits for the executor: screening. */
    void screen(String receiptNo) {
        String complaint = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo, "complaint")
                .singleResult()
                .getId();
        management.createJobQuery().processInstanceId(complaint).messages().list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    /** The end of mediation by itself. */
    Job timer(String receiptNo) {
        String mediation = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo, "mediation")
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(mediation).timers().singleResult();
    }

    /** Lets it fire if it is due by now, as the executor does. */
    void fireTimer(String receiptNo) {
        Job timer = timer(receiptNo);
        if (!timer.getDuedate().after(Date.from(clock.instant()))) {
            management.executeJob(timer.getId());
        }
    }

    /** A dispute nobody has decided on. */
    public String split() {
        return screened(paper());
    }

    /** A dispute in mediation since today. */
    public String accepted() {
        String receiptNo = split();
        submit(receiptNo, "Task_DecideDispute", Map.of("decision", "ACCEPTED"));
        return receiptNo;
    }

    /** A dispute that was not taken up. */
    public String refused() {
        String receiptNo = split();
        submit(receiptNo, "Task_DecideDispute", refusal());
        return receiptNo;
    }

    /** A dispute that was settled today. */
    public String agreed() {
        String receiptNo = accepted();
        submit(receiptNo, "Task_Mediate", agreement());
        return receiptNo;
    }

    /** A dispute of whose settlement both sides know. */
    public String closed() {
        String receiptNo = agreed();
        submit(receiptNo, "Task_TellBothSides", telling());
        return receiptNo;
    }

    Map<String, Object> refusal() {
        return Map.of(
                "decision", "REFUSED",
                "ground", "ELSEWHERE",
                "reason", "The court of Yuhang has accepted the suit.");
    }

    Map<String, Object> agreement() {
        return Map.of(
                "result",
                "AGREED",
                "endedOn",
                today().toString(),
                "terms",
                "The seller takes the shoes back and pays.",
                "amount",
                477);
    }

    Map<String, Object> telling() {
        String day = today().toString();
        return Map.of(
                "complainantToldOn",
                day,
                "complainantToldHow",
                "By post",
                "sellerToldOn",
                day,
                "sellerToldHow",
                "By message on the platform");
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> without(Map<String, Object> form, String field) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.remove(field);
        return changed;
    }

    void submit(String receiptNo, String taskKey, Map<String, Object> form) {
        submit(receiptNo, taskKey, form, OFFICER);
    }

    void submit(String receiptNo, String taskKey, Map<String, Object> form, Actor officer) {
        Task task = task(receiptNo, taskKey);
        SignIn.as(identity, officer, () -> {
            forms.submitTaskForm(task.getId(), form);
            return null;
        });
    }

    Task task(String receiptNo, String taskKey) {
        Task task = query(receiptNo).taskDefinitionKey(taskKey).singleResult();
        assertThat(task)
                .as(taskKey + " of " + receiptNo + ", open: " + open(receiptNo))
                .isNotNull();
        return task;
    }

    /** What waits for a person, of the complaint and of its dispute. */
    List<String> open(String receiptNo) {
        return query(receiptNo).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    private TaskQuery query(String receiptNo) {
        return tasks.createTaskQuery().processInstanceBusinessKey(receiptNo);
    }

    LocalDate today() {
        return WorkingCalendar.dateOf(clock.instant());
    }
}
