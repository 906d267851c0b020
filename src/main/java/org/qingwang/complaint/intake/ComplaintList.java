package org.qingwang.complaint.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.common.BadInput;
import org.qingwang.common.CsvRows;

/**
 * A list of complaints being read: the columns by their headings in any order, then row after row, never more of the
 * file in memory than one row. What is wrong with the file as a whole ends the reading with {@link BadInput} on field
 * {@code file}; what is wrong with a row is the row's.
 */
final class ComplaintList implements AutoCloseable {

    private final CsvRows rows;
    private final List<Optional<IntakeColumn>> columns;
    private final List<String> unknownHeadings;

    /** @param text the file's characters, without a byte order mark */
    ComplaintList(Reader text) throws IOException {
        rows = new CsvRows(text);
        List<String> headings = rows.next()
                .orElseThrow(() -> new BadInput("file", "intake.file.empty"))
                .cells();
        columns = headings.stream().map(IntakeColumn::ofHeading).toList();
        unknownHeadings = Stream.iterate(0, i -> i < columns.size(), i -> i + 1)
                .filter(i -> columns.get(i).isEmpty() && !headings.get(i).isBlank())
                .map(i -> Cells.shown(headings.get(i)))
                .toList();
        checkColumns();
    }

    /** Headings of columns that are not read. */
    List<String> unknownHeadings() {
        return unknownHeadings;
    }

    /** @return the next row that says anything, or empty at the end of the file */
    Optional<ListRow> next() throws IOException {
        for (Optional<CsvRows.Row> found = rows.next(); found.isPresent(); found = rows.next()) {
            if (found.get().cells().stream().anyMatch(cell -> !cell.isBlank())) {
                return found.map(this::row);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private ListRow row(CsvRows.Row row) {
        List<String> written = row.cells();
        if (written.size() != columns.size()) {
            boolean several = written.stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
            return ListRow.bad(
                    row.line(),
                    new Problem(
                            "",
                            several ? "intake.row.fieldsOverLines" : "intake.row.fields",
                            List.of(String.valueOf(written.size()), String.valueOf(columns.size()))));
        }
        Map<IntakeColumn, String> cells = new EnumMap<>(IntakeColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            String cell = written.get(i);
            if (columns.get(i).isPresent() && !cell.isBlank()) {
                cells.put(columns.get(i).get(), cell);
            }
        }
        return new ListRow(row.line(), cells, List.of());
    }

    private void checkColumns() {
        List<IntakeColumn> known = columns.stream().flatMap(Optional::stream).toList();
        List<String> twice = known.stream()
                .filter(column -> known.indexOf(column) != known.lastIndexOf(column))
                .map(IntakeColumn::field)
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            throw new BadInput("file", "intake.file.columnTwice", String.join(", ", twice));
        }
        String missing = Stream.of(IntakeColumn.values())
                .filter(column -> column.mustBePresent() && !known.contains(column))
                .map(IntakeColumn::field)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new BadInput("file", "intake.file.columnMissing", missing);
        }
    }
}
