package org.qingwang.rehearsal.play;

import java.util.Map;
import java.util.function.Supplier;
import org.qingwang.agency.Actor;

/** How the people of a rehearsal get at their tasks: with their rights, and checked like everybody. */
public interface InTrays {

    /**
     * Fills in the form of a task.
     *
     * @return false if the task is no longer there
     */
    boolean submit(String taskId, Actor actor, Map<String, Object> form);

    /** Does something as this person, for our services and for the engine. */
    <T> T as(Actor actor, Supplier<T> work);
}
