package org.qingwang.monitor.history;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody did to a process in the engine, beside working its tasks.
 *
 * @param id of the act; the same in all its changes
 * @param person user id
 * @param act the engine's name of it, for example {@code SetJobRetries}
 * @param on the engine's name of what it was done to, for example {@code Job}
 * @param run id of the process; null if it was done to the model
 * @param number by which people know the process; null for none
 * @param model key of the model
 * @param reason why, as the person gave it; null if none was asked for
 */
public record Operation(
        String id,
        Instant at,
        String person,
        String act,
        String on,
        String run,
        String number,
        String model,
        List<Change> changes,
        String reason) {

    public Operation {
        changes = List.copyOf(changes);
    }

    /**
     * One thing that changed.
     *
     * @param before null for nothing
     * @param after null for nothing
     */
    public record Change(String property, String before, String after) {}

    Operation and(Operation other) {
        List<Change> both = Stream.concat(changes.stream(), other.changes().stream())
                .distinct()
                .toList();
        return new Operation(
                id, at, person, act, on, run, number, model, both, reason == null ? other.reason() : reason);
    }

    /** Under which number the audit holds it: as a process, with the number people know it by, or else its model. */
    public String subjectInAudit() {
        return number == null ? model : number;
    }
}
