package org.qingwang.demonstration;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.qingwang.agency.Actor;

/** How the people of the demonstration work: with the engine's tasks, in the current transaction. */
public interface Desk {

    /**
     * Fills in the form of a task, as whoever's turn it is.
     *
     * @param number business key of the process
     * @param by account of who does it; null for the task's assignee or a member of its group
     * @return false if there is no such task, or nobody to do it
     */
    boolean submit(String number, String task, String by, Map<String, Object> form);

    /** @return whether such a task waits */
    boolean isOpen(String number, String task);

    /** Begins a process with its form. @return its business key */
    String begin(String process, String by, Map<String, Object> form);

    /** Does something as this person, for our services and for the engine. */
    <T> T as(Actor actor, Supplier<T> work);

    /** @return the person with this account */
    Optional<Actor> person(String account);

    /** @return an officer of this jurisdiction, or its head if there is none */
    Optional<Actor> memberOf(String group);
}
