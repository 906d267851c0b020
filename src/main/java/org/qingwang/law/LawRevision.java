package org.qingwang.law;

import java.time.Instant;

/**
 * A corrected file that was taken.
 *
 * @param number counts up from 1
 * @param file its name, which says what it holds
 * @param moved how many open clocks it moved
 */
public record LawRevision(
        int number,
        String file,
        String content,
        String sha256,
        String reason,
        String byId,
        String byName,
        Instant enteredAt,
        int moved) {}
