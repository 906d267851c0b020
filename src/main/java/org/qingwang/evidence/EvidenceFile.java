package org.qingwang.evidence;

import java.time.Instant;

/**
 * A file received as evidence; its content is read through {@link EvidenceService}.
 *
 * @param name the sender's name for it, made safe to show
 * @param type what its content says it is
 * @param bytes its size
 * @param sha256 digest of the content when it was received, in lower-case hexadecimal as {@code sha256sum} prints it
 * @param note what the officer said about it, or null
 * @param receivedBy user id of the officer who received it
 * @param scanned whether a virus scanner looked at it when it was received, and found nothing
 */
public record EvidenceFile(
        long id,
        Subject subject,
        String name,
        FileType type,
        long bytes,
        String sha256,
        String note,
        Instant receivedAt,
        String receivedBy,
        String receivedByName,
        boolean scanned) {}
