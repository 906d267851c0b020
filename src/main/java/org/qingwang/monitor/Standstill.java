package org.qingwang.monitor;

import java.time.Instant;

/**
 * One step that stands still.
 *
 * @param number by which people know what it belongs to, for example a case number; null if it has none
 * @param instance id of the process instance; null if it could not even start
 * @param message what the step said when it failed; null for nothing
 */
public record Standstill(String number, String instance, Instant since, String message) {}
