package org.qingwang.commerce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.LegalBasis;
import org.qingwang.law.LegalReferences;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.SuspensionGround;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets an investigation stand still, and go on. Each may be called twice. */
@Service
@Transactional
public class SuspensionService {

    private static final String BASIS = "trademark.powers";

    private final Investigations investigations;
    private final Suspensions suspensions;
    private final StatutoryClocks clocks;
    private final LegalReferences references;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    SuspensionService(
            Investigations investigations,
            Suspensions suspensions,
            StatutoryClocks clocks,
            LegalReferences references,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.investigations = investigations;
        this.suspensions = suspensions;
        this.clocks = clocks;
        this.references = references;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /** From that day on the time to decide stands still. */
    public void suspend(String caseNo, Suspension suspension) {
        Investigation investigation = own(caseNo);
        Optional<Suspension> open = suspensions.open(investigation.id());
        if (open.isPresent() && open.get().equals(suspension)) {
            return;
        }
        investigation.requireStage(Stage.EVIDENCE, Stage.REVIEW, Stage.NOTICE, Stage.HEARING, Stage.DECISION);
        if (open.isPresent()) {
            throw new BadInput("", "commerce.suspended-already", open.get().suspendedOn());
        }
        complete(suspension);
        notInFuture("suspendedOn", suspension.suspendedOn());
        if (suspension.suspendedOn().isBefore(investigation.filedOn())) {
            throw new BadInput(
                    "suspendedOn",
                    "commerce.suspended-before-filed",
                    suspension.suspendedOn(),
                    investigation.filedOn());
        }
        clocks.suspendOn(
                caseNo,
                CommerceService.DECISION_CLOCK,
                SuspensionGround.CASE_SUSPENDED,
                suspension.reason(),
                suspension.suspendedOn());
        suspensions.begin(investigation.id(), suspension, time.instant(), actor());
        timeline.decided(
                caseNo,
                "commerce.event.suspended." + suspension.ground(),
                suspension.reason(),
                basis(),
                suspension.suspendedOn(),
                suspension.authority(),
                suspension.fileNo());
        record(
                "commerce.suspended",
                caseNo,
                Map.of("ground", suspension.ground().name(), "approvedBy", suspension.approvedBy()),
                suspension.reason());
    }

    /** The reason is gone: the time to decide runs again from that day on. */
    public void resume(String caseNo, Suspension.Resumption resumption) {
        Investigation investigation = own(caseNo);
        Optional<Suspension> open = suspensions.open(investigation.id());
        if (open.isEmpty()) {
            if (suspensions
                    .lastEnd(investigation.id())
                    .filter(resumption::equals)
                    .isPresent()) {
                return;
            }
            throw new BadInput("", "commerce.not-suspended", caseNo);
        }
        if (resumption.resumedOn() == null || isBlank(resumption.reason())) {
            throw new BadInput("reason", "commerce.suspension-incomplete");
        }
        notInFuture("resumedOn", resumption.resumedOn());
        if (resumption.resumedOn().isBefore(open.get().suspendedOn())) {
            throw new BadInput(
                    "resumedOn",
                    "commerce.resumed-before-suspended",
                    resumption.resumedOn(),
                    open.get().suspendedOn());
        }
        clocks.resumeOn(caseNo, CommerceService.DECISION_CLOCK, resumption.resumedOn());
        suspensions.end(investigation.id(), resumption, time.instant(), actor());
        timeline.decided(caseNo, "commerce.event.resumed", resumption.reason(), basis(), resumption.resumedOn());
        record(
                "commerce.resumed",
                caseNo,
                Map.of("resumedOn", resumption.resumedOn().toString()),
                resumption.reason());
    }

    /** @return the suspension under way in the newest investigation of a case */
    @Transactional(readOnly = true)
    public Optional<Suspension> of(Investigation investigation) {
        return investigation.suspended() ? suspensions.open(investigation.id()) : Optional.empty();
    }

    /** Whether somebody may let the investigation stand still, or go on. */
    public boolean maySuspend(Actor actor, Investigation investigation) {
        boolean underWay = switch (investigation.stage()) {
            case EVIDENCE, REVIEW, NOTICE, HEARING, DECISION -> true;
            case LEAD, FILING, SERVICE, EXECUTION, CLOSED -> false;
        };
        return underWay && actor.worksFor(investigation.jurisdiction());
    }

    private Investigation own(String caseNo) {
        return investigations
                .lock(caseNo)
                .filter(found -> Actors.current().worksFor(found.jurisdiction()))
                .orElseThrow(() -> new NotAllowed("to suspend " + caseNo));
    }

    private String basis() {
        LegalBasis basis = references.cite(BASIS, today(), today()).head().basis();
        return basis.english() + " · " + basis.chinese();
    }

    private static void complete(Suspension suspension) {
        boolean blank = Stream.of(
                        suspension.authority(), suspension.fileNo(), suspension.approvedBy(), suspension.reason())
                .anyMatch(SuspensionService::isBlank);
        if (blank || suspension.ground() == null || suspension.suspendedOn() == null) {
            throw new BadInput("reason", "commerce.suspension-incomplete");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private void notInFuture(String field, LocalDate day) {
        if (day.isAfter(today())) {
            throw new BadInput(field, "commerce.date-in-future", day, today());
        }
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private void record(String action, String caseNo, Map<String, ?> after, String reason) {
        audit.record(new AuditEntry(action, "case", caseNo, Map.of(), after, reason, null));
    }
}
