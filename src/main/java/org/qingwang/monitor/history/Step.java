package org.qingwang.monitor.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One step a process took.
 *
 * @param id of the activity instance
 * @param activity id of the step in the model
 * @param begins whether the process began with it
 * @param type the engine's name of its kind, for example {@code userTask}
 * @param person user id of who had it in hand last; null if nobody had
 * @param endedAt null while it waits
 * @param took from its begin to its end; null while it waits
 * @param brokenOff whether it ended without being done
 * @param due by when it had to be done; null if no limit was set
 * @param called id of the process it called; null for none
 * @param values what was set in it; empty where the reader may not know
 */
public record Step(
        String id,
        String activity,
        boolean begins,
        String type,
        String person,
        Instant startedAt,
        Instant endedAt,
        Duration took,
        boolean brokenOff,
        Instant due,
        String called,
        List<SetValue> values) {

    public Step {
        values = List.copyOf(values);
    }

    /** Whether it ended after it was due. */
    public boolean late() {
        return due != null && endedAt != null && endedAt.isAfter(due);
    }

    Step with(List<SetValue> set) {
        return new Step(id, activity, begins, type, person, startedAt, endedAt, took, brokenOff, due, called, set);
    }
}
