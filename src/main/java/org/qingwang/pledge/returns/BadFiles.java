package org.qingwang.pledge.returns;

import java.util.List;
import java.util.stream.Collectors;
import org.qingwang.common.BadInput;

/** Files that cannot be taken as they are. Nothing of any of them is kept. */
public final class BadFiles extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Row> rows;

    /**
     * What is wrong.
     *
     * @param line of the file, counted from 1; 0 if it is the file as a whole
     */
    public record Row(String file, long line, BadInput problem) {}

    BadFiles(List<Row> rows) {
        super(rows.stream()
                .map(row -> row.line() + " " + row.problem().messageKey())
                .collect(Collectors.joining("; ")));
        this.rows = List.copyOf(rows);
    }

    public List<Row> rows() {
        return rows == null ? List.of() : rows;
    }
}
