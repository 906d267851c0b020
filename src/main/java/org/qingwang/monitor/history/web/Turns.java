package org.qingwang.monitor.history.web;

import java.util.ArrayList;
import java.util.List;
import org.qingwang.monitor.history.Page;
import org.qingwang.monitor.history.web.Sheet.Turn;

/** Turning the pages of what happened. */
final class Turns {

    private Turns() {}

    /** @param after where this page begins; null or empty for the first */
    static List<Turn> of(Page<?> page, String after, HistoryWords words) {
        List<Turn> turns = new ArrayList<>();
        if (after != null && !after.isEmpty()) {
            turns.add(new Turn(words.say("history.newest"), ""));
        }
        page.older().ifPresent(older -> turns.add(new Turn(words.say("history.older"), older.toString())));
        return turns;
    }
}
