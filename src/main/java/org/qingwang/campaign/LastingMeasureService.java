package org.qingwang.campaign;

import java.time.Clock;
import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stays when a campaign is over, and what its owners say became of it. Every use case may be called twice. */
@Service
@Transactional
public class LastingMeasureService {

    private static final String CLOCK = "campaign.measure";

    private final LastingMeasures measures;
    private final CampaignHistory history;
    private final CampaignWorkflow workflow;
    private final StatutoryClocks clocks;
    private final OfficeHours hours;
    private final Clock time;

    LastingMeasureService(
            LastingMeasures measures,
            CampaignHistory history,
            CampaignWorkflow workflow,
            StatutoryClocks clocks,
            OfficeHours hours,
            Clock time) {
        this.measures = measures;
        this.history = history;
        this.workflow = workflow;
        this.clocks = clocks;
        this.hours = hours;
        this.time = time;
    }

    /** @return in the order in which they were named */
    @Transactional(readOnly = true)
    public List<LastingMeasure> of(String campaignNo) {
        return measures.of(campaignNo);
    }

    /** The campaign is over. */
    void begin(String campaignNo) {
        measures.of(campaignNo).forEach(workflow::beginMeasure);
    }

    /** @return how long until the owner of a measure is reminded, as ISO 8601 has it */
    public String untilReminder(String measureNo) {
        return hours.until(locked(measureNo).remindOn());
    }

    /**
     * Records what became of a measure.
     *
     * @throws NotAllowed if the person does not work for its owner
     * @throws BadInput if it has ended, or the next reminder is not in the future
     */
    public void report(String measureNo, MeasureReport report) {
        LastingMeasure measure = locked(measureNo);
        if (!Actors.current().worksFor(measure.jurisdiction())) {
            throw new NotAllowed(Actors.current().userId() + " does not own " + measureNo);
        }
        boolean same = report.report().equals(measure.report())
                && report.hasEnded() == measure.hasEnded()
                && (report.hasEnded() || report.remindOn().equals(measure.remindOn()));
        if (same) {
            return;
        }
        if (measure.hasEnded()) {
            throw new BadInput("", "campaign.measure.ended", measureNo);
        }
        if (!report.hasEnded() && !report.remindOn().isAfter(WorkingCalendar.dateOf(time.instant()))) {
            throw new BadInput("remindOn", "campaign.measure.remind", report.remindOn());
        }
        measures.report(measureNo, report, time.instant(), Actors.current().name());
        clocks.met(measureNo, CLOCK);
        String what = report.hasEnded() ? "measure-ended" : "measure-reported";
        history.add(measure.campaignNo(), what, report.report(), measure.title());
    }

    private LastingMeasure locked(String measureNo) {
        return measures.lock(measureNo).orElseThrow(() -> new IllegalStateException("no measure " + measureNo));
    }
}
