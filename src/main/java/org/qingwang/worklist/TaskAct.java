package org.qingwang.worklist;

import java.util.Arrays;
import java.util.Optional;

/** What may be done to many tasks at once. */
public enum TaskAct {
    /** Taken by who orders it. */
    CLAIM("tasks-claimed"),
    /** Given to one person. */
    ASSIGN("tasks-assigned"),
    /** Completed, all with the same answer. */
    ANSWER("tasks-answered"),
    /** Taken from somebody and given to others. */
    REASSIGN("tasks-reassigned");

    private final String kind;

    TaskAct(String kind) {
        this.kind = kind;
    }

    /** As an act upon many is kept. */
    public String kind() {
        return kind;
    }

    static Optional<TaskAct> ofKind(String kind) {
        return Arrays.stream(values()).filter(act -> act.kind.equals(kind)).findFirst();
    }
}
