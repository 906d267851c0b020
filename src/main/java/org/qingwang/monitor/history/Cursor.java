package org.qingwang.monitor.history;

import java.util.Optional;

/**
 * The last row of a page of what happened, newest first: the next page begins after it, which costs the same on every page.
 *
 * @param micros when it was, as the engine's column has it: microseconds since 1970 by the wall clock of the node
 * @param id of the row
 */
public record Cursor(long micros, String id) {

    /** As an address carries it. */
    @Override
    public String toString() {
        return micros + "_" + id;
    }

    /** @return the cursor; empty if the text is none */
    public static Optional<Cursor> parse(String text) {
        if (text == null || !text.matches("\\d{1,18}_[\\w:.-]{1,64}")) {
            return Optional.empty();
        }
        int middle = text.indexOf('_');
        return Optional.of(new Cursor(Long.parseLong(text.substring(0, middle)), text.substring(middle + 1)));
    }
}
