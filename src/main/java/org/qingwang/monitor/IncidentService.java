package org.qingwang.monitor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.GivenText;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.intervention.StatedReason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands still, and having it tried again: all of a kind at once. */
@Service
@Transactional
public class IncidentService {

    /** How many steps are shown, and tried again with one act. */
    public static final int AT_ONCE = 500;

    private final MonitorRows rows;
    private final StuckJobs jobs;
    private final AuditLog audit;

    IncidentService(MonitorRows rows, StuckJobs jobs, AuditLog audit) {
        this.rows = rows;
        this.jobs = jobs;
        this.audit = audit;
    }

    /** @throws NotAllowed for anybody but the campaign office, supervisors and administrators */
    @Transactional(readOnly = true)
    public List<IncidentKind> kinds() {
        requireWatcher();
        return rows.incidents();
    }

    /** @return the kind as it stands; empty if none of it stands still any more */
    @Transactional(readOnly = true)
    public Optional<IncidentKind> find(IncidentKind.Id kind) {
        return kinds().stream().filter(one -> one.id().equals(kind)).findFirst();
    }

    /** @return the oldest {@link #AT_ONCE} of a kind */
    @Transactional(readOnly = true)
    public List<Standstill> of(IncidentKind.Id kind) {
        requireWatcher();
        return rows.standstills(kind, AT_ONCE);
    }

    /** Whether somebody may have failed steps tried again: as in Cockpit, supervisors and administrators. */
    public static boolean mayMend(Actor actor) {
        return actor.isIn(Actor.SUPERVISORS_GROUP) || actor.isAdministrator();
    }

    /**
     * Has the oldest {@link #AT_ONCE} of a kind tried again. Where none stands still any more, nothing happens.
     *
     * @return how many
     * @throws NotAllowed if the person may not
     * @throws BadInput without a reason
     */
    public int tryAgain(IncidentKind.Id kind, String reason) {
        if (!mayMend(Actors.current())) {
            throw new NotAllowed(Actors.current().userId() + " mends no incidents");
        }
        String given = GivenText.required("reason", reason, "monitor.reason-missing", "monitor.reason-too-long");
        List<String> failed = rows.failedJobs(kind, AT_ONCE);
        if (!failed.isEmpty()) {
            StatedReason.during(given, () -> jobs.tryAgain(failed));
            audit.record(AuditEntry.of(
                            "engine.incidents-retried",
                            "process",
                            kind.process(),
                            Map.of("step", kind.step(), "count", failed.size()))
                    .withReason(given));
        }
        return failed.size();
    }

    private static void requireWatcher() {
        Actor actor = Actors.current();
        if (!actor.seesEverything() && !actor.isAdministrator()) {
            throw new NotAllowed(actor.userId() + " watches over no processes");
        }
    }
}
