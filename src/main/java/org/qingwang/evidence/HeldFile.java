package org.qingwang.evidence;

import java.time.Instant;

/**
 * A file that was sent ahead of what it belongs to.
 *
 * @param name the sender's name for it, made safe to show
 * @param type what its content says it is
 * @param sha256 digest of the content when it came, in lower-case hexadecimal
 */
public record HeldFile(long id, String name, FileType type, long bytes, String sha256, Instant receivedAt) {}
