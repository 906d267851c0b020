package org.qingwang.evidence;

import java.time.Instant;

/**
 * One link in the chain of custody.
 *
 * @param actor user id
 * @param jurisdiction id of the jurisdiction the person worked for, or null
 * @param detail to whom it was handed over; null otherwise
 */
public record CustodyEvent(Kind kind, Instant at, String actor, String actorName, String jurisdiction, String detail) {

    /** What happened to the file. */
    public enum Kind {
        RECEIVED,
        VIEWED,
        DOWNLOADED,
        HANDED_OVER
    }
}
