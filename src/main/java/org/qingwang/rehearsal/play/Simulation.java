package org.qingwang.rehearsal.play;

import java.time.Clock;
import org.qingwang.casefile.CaseService;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.engine.moved.MovedJobs;
import org.qingwang.engine.moved.OpenTasks;
import org.qingwang.law.ClockSurvey;
import org.qingwang.law.ClockSweep;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.rehearsal.Outcome;
import org.qingwang.rehearsal.Practice;
import org.qingwang.rehearsal.RehearsalPlan;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Plays plans. Only on a stage: on an installation's own database it would be real. */
@Component
@ConditionalOnProperty("qingwang.engine.unseen")
class Simulation {

    final ComplaintService complaints;
    final CaseService cases;
    final MovedJobs jobs;
    final OpenTasks tasks;
    final InTrays trays;
    final ClockSweep sweep;
    final ClockSurvey clocks;
    final WorkingCalendar calendar;
    final Cast cast;
    final Clock clock;

    Simulation(
            ComplaintService complaints,
            CaseService cases,
            MovedJobs jobs,
            OpenTasks tasks,
            InTrays trays,
            ClockSweep sweep,
            ClockSurvey clocks,
            WorkingCalendar calendar,
            Cast cast,
            Clock clock) {
        this.complaints = complaints;
        this.cases = cases;
        this.jobs = jobs;
        this.tasks = tasks;
        this.trays = trays;
        this.sweep = sweep;
        this.clocks = clocks;
        this.calendar = calendar;
        this.cast = cast;
        this.clock = clock;
    }

    /**
     * Plays a plan from its first day to its last.
     *
     * @param threads how many cases may be worked on at one time on this machine; the answer does not depend on it
     * @param watcher is told how far it is, and may end it
     */
    Outcome play(RehearsalPlan plan, int threads, Watcher watcher) throws InterruptedException {
        try (Run run = new Run(this, plan, Practice.broughtAlong(), threads)) {
            return run.play(watcher);
        }
    }
}
