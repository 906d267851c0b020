package org.qingwang.monitor.history;

import java.time.Instant;

/**
 * One process, running or closed.
 *
 * @param id of the process instance
 * @param definition id of the version of the model it runs by
 * @param model key of the model
 * @param version of the model
 * @param number by which people know what it belongs to, for example a case number; null if it has none
 * @param jurisdiction id of the agency and region that works it; null if it belongs to none
 * @param startedBy user id; null if nobody signed in began it
 * @param endedAt null while it runs
 * @param endReason why it was broken off, as the engine notes it; null for none
 */
public record ProcessRun(
        String id,
        String definition,
        String model,
        int version,
        String number,
        String jurisdiction,
        Instant startedAt,
        String startedBy,
        Instant endedAt,
        RunState state,
        String endReason) {}
