package org.qingwang.commerce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.law.ClockStart;
import org.qingwang.law.DeadlineRule;
import org.qingwang.law.DeadlineRules;
import org.qingwang.law.PeriodUnit;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A publication is taken down when its time is over, years after its case was closed. Nothing waits for it meanwhile: it is
 * looked for each night. Each step may be called twice.
 */
@Service
@Transactional
public class PublicationEndService {

    /** Three years from publication. */
    public static final String CLOCK = "commerce.publication-end";

    /** Three months, for a criticism or a small fine. */
    public static final String LIGHT_CLOCK = "commerce.publication-end-light";

    private static final int DAYS_AHEAD = 10;
    private static final int BATCH = 100;

    private final Investigations investigations;
    private final PublicationEnds ends;
    private final ExecutionWorkflow workflow;
    private final DeadlineRules rules;
    private final StatutoryClocks clocks;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    PublicationEndService(
            Investigations investigations,
            PublicationEnds ends,
            ExecutionWorkflow workflow,
            DeadlineRules rules,
            StatutoryClocks clocks,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.investigations = investigations;
        this.ends = ends;
        this.workflow = workflow;
        this.rules = rules;
        this.clocks = clocks;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Asks for the end of publications whose time is over within ten days, each once.
     *
     * @return whether there may be more
     */
    public boolean beginDue() {
        List<PublicationEnds.Up> due = ends.lockDue(upSince(CLOCK), upSince(LIGHT_CLOCK), BATCH);
        due.forEach(this::begin);
        return due.size() == BATCH;
    }

    private LocalDate upSince(String rule) {
        DeadlineRule period = rules.inForce(rule, today());
        LocalDate soon = today().plusDays(DAYS_AHEAD);
        return period.unit() == PeriodUnit.YEAR ? soon.minusYears(period.limit()) : soon.minusMonths(period.limit());
    }

    private void begin(PublicationEnds.Up publication) {
        ends.setBegun(publication.id(), time.instant());
        clocks.start(ClockStart.of(publication.number(), publication.rule())
                .on(publication.since())
                .by(publication.jurisdiction())
                .inCase(publication.caseNo()));
        timeline.happenedByItself(publication.caseNo(), "commerce.event.publication-ends", publication.since());
        workflow.beginPublicationEnd(
                publication.caseNo(), publication.number(), publication.jurisdiction(), publication.light());
    }

    /** The publication was taken down. */
    public void end(String caseNo, PublicationEnd end, String formVersion) {
        Investigation investigation = investigations.locked(caseNo);
        PublicationEnds.Up publication = ends.lock(investigation.id())
                .filter(PublicationEnds.Up::endBegun)
                .orElseThrow(() -> new BadInput("", "commerce.publication-not-up", caseNo));
        if (end.equals(publication.end())) {
            return;
        }
        if (publication.end() != null) {
            throw new BadInput(
                    "", "commerce.publication-ended-already", publication.end().endedOn());
        }
        check(end, publication);
        ends.setEnded(publication.id(), end);
        clocks.metOn(publication.number(), publication.rule(), end.endedOn());
        timeline.happened(caseNo, "commerce.event.publication-ended", end.endedOn());
        audit.record(new AuditEntry(
                "commerce.publication-ended",
                "case",
                caseNo,
                Map.of(),
                Map.of("on", end.endedOn().toString()),
                end.note(),
                formVersion));
    }

    private void check(PublicationEnd end, PublicationEnds.Up publication) {
        if (end.endedOn().isAfter(today())) {
            throw new BadInput("endedOn", "commerce.date-in-future", end.endedOn(), today());
        }
        if (end.endedOn().isBefore(publication.since())) {
            throw new BadInput(
                    "endedOn", "commerce.publication-ended-before-begun", end.endedOn(), publication.since());
        }
        LocalDate last = clocks.open(publication.number(), publication.rule())
                .map(clock -> WorkingCalendar.dateOf(clock.dueAt()))
                .orElse(end.endedOn());
        if (end.endedOn().isBefore(last) && (end.note() == null || end.note().isBlank())) {
            throw new BadInput("note", "commerce.publication-ended-early", last);
        }
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }
}
