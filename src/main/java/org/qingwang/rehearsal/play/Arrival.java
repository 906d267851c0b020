package org.qingwang.rehearsal.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.rehearsal.Practice;

/** A complaint that comes, and the case it leads to. */
final class Arrival {

    private final String name;
    private final Jurisdiction place;
    private final Instant at;
    private final List<String> toDo;
    private final Practice practice;

    /**
     * @param name tells it from the others; the same in every run
     * @param toDo names of the steps of its story
     */
    Arrival(String name, Jurisdiction place, Instant at, List<String> toDo, Practice practice) {
        this.name = name;
        this.place = place;
        this.at = at;
        this.toDo = new ArrayList<>(toDo);
        this.practice = practice;
    }

    String name() {
        return name;
    }

    Jurisdiction place() {
        return place;
    }

    Instant at() {
        return at;
    }

    /** @return the name of the step its story has next for this task; it is taken off the story */
    Optional<String> takeStep(String task) {
        for (String name : toDo) {
            if (practice.step(name).task().equals(task)) {
                toDo.remove(name);
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
