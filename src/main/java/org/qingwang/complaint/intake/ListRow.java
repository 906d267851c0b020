package org.qingwang.complaint.intake;

import java.util.List;
import java.util.Map;

/**
 * A row of a list as it stands in the file.
 *
 * @param line the line it begins on, counted from 1
 * @param cells the cells that are not blank
 * @param problems what is wrong with the row as a whole; its cells are not looked at then
 */
record ListRow(long line, Map<IntakeColumn, String> cells, List<Problem> problems) {

    /** How many characters its cells have. */
    int length() {
        return cells.values().stream().mapToInt(String::length).sum();
    }

    static ListRow bad(long line, Problem problem) {
        return new ListRow(line, Map.of(), List.of(problem));
    }
}
