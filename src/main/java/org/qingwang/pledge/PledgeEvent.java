package org.qingwang.pledge;

import java.time.Instant;

/**
 * Something that happened to a pledge.
 *
 * @param kind message key {@code pledge.event.<kind>} says what
 * @param by who did it, by name
 * @param words what that person wrote; null for nothing
 */
public record PledgeEvent(String kind, Instant at, String by, String words) {

    public String messageKey() {
        return "pledge.event." + kind;
    }
}
