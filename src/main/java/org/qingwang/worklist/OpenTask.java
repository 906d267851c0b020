package org.qingwang.worklist;

import java.time.Instant;

/**
 * A task that waits, as somebody who may read it sees it.
 *
 * @param process key of its model
 * @param step id of its step in the model
 * @param name in both languages
 * @param number by which people know what it belongs to, for example a case number; null for none
 * @param jurisdiction id of the jurisdiction whose task it is; null for the campaign office's
 * @param form id of the form that completes it; null for none
 * @param assignee user id of who has taken it; null for nobody
 * @param due when it must be done; null for no such day
 */
public record OpenTask(
        String id,
        String process,
        String step,
        String name,
        String number,
        String jurisdiction,
        String form,
        String assignee,
        Instant due) {

    /** What two tasks must share to be answered alike. */
    public String kind() {
        return process + "/" + step;
    }
}
