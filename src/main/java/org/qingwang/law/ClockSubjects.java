package org.qingwang.law;

import java.util.Optional;
import org.qingwang.agency.Actor;

/** What others know about the numbers clocks run for. Each capability answers for its own. */
public interface ClockSubjects {

    /**
     * @param jurisdiction whose officers must act or keep watch, or null
     * @param supervised whether the campaign office follows it by name
     */
    record Subject(String jurisdiction, boolean supervised) {}

    /** @return empty if the number is not one of this capability's */
    Optional<Subject> find(String number);

    /** Whether somebody may see the case or complaint, and so its clocks. */
    default boolean maySee(Actor actor, String number) {
        return false;
    }

    /** @return address of its page, without asking the database; empty if the number is not one of this capability's */
    Optional<String> pageOf(String number);
}
