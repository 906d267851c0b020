package org.qingwang.rehearsal;

import java.time.Instant;
import java.util.Optional;

/**
 * A rehearsal somebody asked for.
 *
 * @param answer what came of it, once it is done
 * @param problem key of the sentence that says why it failed; null if it did not
 * @param run which run of its plan is being played, 1 for the first
 * @param percent how far that run is
 */
public record Rehearsal(
        String rehearsalNo,
        String askedBy,
        String askedName,
        Instant askedAt,
        Stage stage,
        RehearsalPlan plan,
        Optional<Answer> answer,
        String problem,
        int run,
        int percent,
        Instant begunAt,
        Instant endedAt) {

    /** Where it stands. */
    public enum Stage {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isOver() {
            return this != WAITING && this != RUNNING;
        }

        public String messageKey() {
            return "rehearsal.stage." + name();
        }
    }
}
