package org.qingwang.deputy.web;

import java.util.HashMap;
import java.util.Map;
import org.qingwang.agency.Actors;
import org.qingwang.deputy.HandedTasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist shows on the cards of tasks that the reader does for somebody. */
@RestController
class DeputyCards {

    private final HandedTasks tasks;
    private final DeputyMarks marks;

    DeputyCards(HandedTasks tasks, DeputyMarks marks) {
        this.tasks = tasks;
        this.marks = marks;
    }

    /** @return by task id for whom it is done; the reader's own tasks alone */
    @GetMapping("/desk/cards/deputies")
    Map<String, String> cards() {
        String reader = Actors.current().userId();
        Map<String, String> sentences = new HashMap<>();
        Map<String, String> cards = new HashMap<>();
        tasks.heldFor(reader).forEach((task, absent) -> {
            String sentence = sentences.computeIfAbsent(absent, id -> marks.mark(id, reader));
            if (sentence != null) {
                cards.put(task, sentence);
            }
        });
        return cards;
    }
}
