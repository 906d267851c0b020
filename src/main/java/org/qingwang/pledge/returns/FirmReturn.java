package org.qingwang.pledge.returns;

import java.time.Instant;

/**
 * A file a firm reported with.
 *
 * @param firm its credit code
 * @param fileName the sender's name for it, made safe to show
 * @param scanned whether a virus scanner was asked
 */
public record FirmReturn(long id, String firm, String fileName, Instant receivedAt, boolean scanned, Report report) {}
