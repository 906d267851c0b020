package org.qingwang.law;

import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;

/**
 * Whose clocks are meant.
 *
 * @param jurisdiction id of whose officers must act, for example {@code customs-330000}; null for clocks that are
 *     nobody's yet
 */
public record ClockPlace(String jurisdiction) {

    boolean isOf(Actor actor) {
        return jurisdiction != null && actor.worksFor(Jurisdiction.parse(jurisdiction));
    }
}
