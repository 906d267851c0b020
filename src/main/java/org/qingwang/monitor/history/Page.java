package org.qingwang.monitor.history;

import java.util.List;
import java.util.Optional;

/**
 * A page of what happened, newest first.
 *
 * @param older where the next page begins; empty if this is the last
 */
public record Page<T>(List<T> rows, Optional<Cursor> older) {

    public Page {
        rows = List.copyOf(rows);
    }

    /** A row with its place among the others. */
    record Placed<T>(T row, Cursor at) {}

    /** @param found up to one row more than the page holds */
    static <T> Page<T> of(List<Placed<T>> found, int size) {
        List<Placed<T>> shown = found.subList(0, Math.min(size, found.size()));
        Optional<Cursor> older =
                found.size() > size ? Optional.of(shown.get(size - 1).at()) : Optional.empty();
        return new Page<>(shown.stream().map(Placed::row).toList(), older);
    }
}
