package org.qingwang.repair;

import java.util.Arrays;
import java.util.Optional;
import org.qingwang.agency.Actor;

/** What may be done to processes that run, many or one. */
public enum ProcessAct {
    /** Nothing of it goes on until it is resumed. */
    SUSPEND("processes-suspended", false),
    /** What was suspended goes on. */
    ACTIVATE("processes-activated", false),
    /** What stands at one step goes to another. */
    MOVE("processes-moved", true),
    /** It goes on by another version of its model. */
    MIGRATE("processes-migrated", true);

    private final String kind;
    private final boolean repair;

    ProcessAct(String kind, boolean repair) {
        this.kind = kind;
        this.repair = repair;
    }

    /** As an act upon many is kept. */
    public String kind() {
        return kind;
    }

    /** Whether somebody may order it: repairs are for administrators, holding up for supervisors, too. */
    public boolean isOpenTo(Actor actor) {
        return actor.isAdministrator() || (!repair && actor.isIn(Actor.SUPERVISORS_GROUP));
    }

    static Optional<ProcessAct> ofKind(String kind) {
        return Arrays.stream(values()).filter(act -> act.kind.equals(kind)).findFirst();
    }
}
