package org.qingwang.monitor.history;

import java.time.Instant;

/**
 * A time a process stood still because a step failed.
 *
 * @param activity id of the step in the model
 * @param message what it said; null for nothing
 * @param endedAt when it went on; null while it stands still
 */
public record Fault(String activity, String message, Instant since, Instant endedAt) {}
