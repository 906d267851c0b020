package org.qingwang.pledge.returns;

import java.time.Instant;

/**
 * A file a firm reported with.
 *
 * @param firm its credit code
 * @param fileName the sender's name for it, made safe to show
 */
public record FirmReturn(long id, String firm, String fileName, Instant receivedAt, Report report) {}
