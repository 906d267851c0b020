package org.qingwang.pledge;

import java.time.Instant;

/**
 * Many firms asked at once.
 *
 * @param driveNo for example {@code DQ-2026-0003}
 * @param parent the platform's pledge merchants sign under; null for none
 * @param firms how many are asked in all
 * @param asked how many have been asked
 */
public record PledgeDrive(
        String driveNo, String textRef, String parent, Instant orderedAt, String orderedBy, int firms, int asked) {

    public boolean isDone() {
        return asked == firms;
    }

    public int percent() {
        return firms == 0 ? 100 : asked * 100 / firms;
    }
}
