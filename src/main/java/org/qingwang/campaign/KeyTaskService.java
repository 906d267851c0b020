package org.qingwang.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Key tasks of campaigns: assigned, reported on, accepted or given back. Every use case may be called twice. */
@Service
@Transactional
public class KeyTaskService {

    /** Until the day a task is due. */
    static final String CLOCK = "campaign.key-task";

    private static final String REVIEW_CLOCK = "campaign.key-task-review";

    private final KeyTasks tasks;
    private final CampaignHistory history;
    private final CampaignWorkflow workflow;
    private final StatutoryClocks clocks;
    private final Clock time;

    KeyTaskService(
            KeyTasks tasks, CampaignHistory history, CampaignWorkflow workflow, StatutoryClocks clocks, Clock time) {
        this.tasks = tasks;
        this.history = history;
        this.workflow = workflow;
        this.clocks = clocks;
        this.time = time;
    }

    /** @return in the order of the plan */
    @Transactional(readOnly = true)
    public List<KeyTask> of(String campaignNo) {
        return tasks.of(campaignNo);
    }

    /** The campaign has begun: each task goes to its owner. */
    void begin(String campaignNo) {
        for (KeyTask task : tasks.of(campaignNo)) {
            if (task.stage() == KeyTask.Stage.PLANNED) {
                open(task, (int) Math.max(1, ChronoUnit.DAYS.between(today(), task.dueOn())), null);
                workflow.beginTask(task);
            }
        }
    }

    private void open(KeyTask task, int days, String remarks) {
        tasks.open(task.taskNo(), today().plusDays(days), remarks);
        clocks.start(ClockStart.of(task.taskNo(), CLOCK)
                .inCase(task.campaignNo())
                .by(task.jurisdiction())
                .lasting(days));
    }

    /**
     * Records what the owner reports.
     *
     * @throws NotAllowed if the person does not work for the owner
     * @throws BadInput if the task is over or waits for the office
     */
    public void report(String taskNo, ProgressReport report) {
        KeyTask task = locked(taskNo);
        if (!Actors.current().worksFor(task.jurisdiction())) {
            throw new NotAllowed(Actors.current().userId() + " does not own " + taskNo);
        }
        boolean same = report.report().equals(task.report()) && report.progress() == task.progress();
        if (same && (task.stage() == KeyTask.Stage.REVIEW) == report.done()) {
            return;
        }
        if (task.stage() != KeyTask.Stage.OPEN) {
            throw new BadInput("", "campaign.task.not-open", taskNo);
        }
        tasks.report(taskNo, report, time.instant(), Actors.current().name());
        if (report.done()) {
            clocks.met(taskNo, CLOCK);
        }
        String what = report.done() ? "task-done" : "task-reported";
        history.add(task.campaignNo(), what, report.report(), task.title(), report.progress());
    }

    /**
     * Accepts the result of a task, or gives it back.
     *
     * @throws BadInput if nobody reported it as done
     */
    public void review(String taskNo, TaskReview review) {
        CampaignService.requireWatcher();
        KeyTask task = locked(taskNo);
        boolean accepted = review.decision() == TaskReview.Decision.ACCEPT;
        if (task.stage() != KeyTask.Stage.REVIEW) {
            if (review.note().equals(task.remarks())) {
                return;
            }
            throw new BadInput("", "campaign.task.not-done", taskNo);
        }
        clocks.met(taskNo, REVIEW_CLOCK);
        if (accepted) {
            tasks.end(taskNo, KeyTask.Stage.DONE, review.note(), time.instant());
        } else {
            open(task, review.days(), review.note());
        }
        history.add(task.campaignNo(), accepted ? "task-accepted" : "task-returned", review.note(), task.title());
    }

    /** The day of a task has passed. */
    public void noteLate(String taskNo) {
        KeyTask task = locked(taskNo);
        if (task.lateAt() == null && task.stage() == KeyTask.Stage.OPEN) {
            tasks.late(taskNo, time.instant());
            history.add(
                    task.campaignNo(),
                    "task-late",
                    null,
                    task.title(),
                    task.jurisdiction().id());
        }
    }

    /** Nobody waits any more for the tasks of a campaign that are open. */
    void drop(String campaignNo) {
        tasks.of(campaignNo).forEach(this::drop);
    }

    /** Nobody waits any more for what this agency was to do. */
    void drop(String campaignNo, Jurisdiction owner) {
        tasks.of(campaignNo).stream()
                .filter(task -> task.jurisdiction().equals(owner))
                .forEach(this::drop);
    }

    private void drop(KeyTask task) {
        if (task.isOpen() || task.stage() == KeyTask.Stage.PLANNED) {
            tasks.end(task.taskNo(), KeyTask.Stage.DROPPED, task.remarks(), time.instant());
            clocks.stopAll(task.taskNo(), "Key task dropped · 任务终止");
            workflow.dropTask(task);
            history.add(task.campaignNo(), "task-dropped", null, task.title());
        }
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private KeyTask locked(String taskNo) {
        return tasks.lock(taskNo).orElseThrow(() -> new IllegalStateException("no key task " + taskNo));
    }
}
