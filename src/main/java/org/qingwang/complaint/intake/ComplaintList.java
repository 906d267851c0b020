package org.qingwang.complaint.intake;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.common.BadInput;

/**
 * A list of complaints being read: the columns by their headings in any order, then row after row, never more of the
 * file in memory than one row. What is wrong with the file as a whole ends the reading with {@link BadInput} on field
 * {@code file}; what is wrong with a row is the row's.
 */
final class ComplaintList implements AutoCloseable {

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 32_767; // what a spreadsheet's cell can hold
    private static final int LONGEST_ROW = 400_000;
    private static final int LONGEST_HEADER = 20_000;

    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> records;
    private final List<Optional<IntakeColumn>> columns;
    private final List<String> unknownHeadings;
    private long lastLine = 1;

    /** @param text the file's characters, without a byte order mark */
    ComplaintList(Reader text) throws IOException {
        BufferedReader lines = new BufferedReader(text, LONGEST_HEADER + 1);
        csv = CsvReader.builder()
                .fieldSeparator(separator(lines))
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_ROW)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_CELL)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        lines);
        records = csv.iterator();
        List<String> headings = nextRecord()
                .orElseThrow(() -> new BadInput("file", "intake.file.empty"))
                .getFields();
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
    Optional<ListRow> next() {
        for (Optional<CsvRecord> found = nextRecord(); found.isPresent(); found = nextRecord()) {
            CsvRecord record = found.get();
            if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                return Optional.of(row(record));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private ListRow row(CsvRecord record) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != columns.size()) {
            boolean several = record.getFields().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
            return ListRow.bad(
                    line,
                    new Problem(
                            "",
                            several ? "intake.row.fieldsOverLines" : "intake.row.fields",
                            List.of(String.valueOf(record.getFieldCount()), String.valueOf(columns.size()))));
        }
        Map<IntakeColumn, String> cells = new EnumMap<>(IntakeColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            String cell = record.getField(i);
            if (columns.get(i).isPresent() && !cell.isBlank()) {
                cells.put(columns.get(i).get(), cell);
            }
        }
        return new ListRow(line, cells, List.of());
    }

    private Optional<CsvRecord> nextRecord() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            lastLine = record.getStartingLineNumber();
            return Optional.of(record);
        } catch (CsvParseException e) {
            throw new BadInput("file", "intake.file.structure", String.valueOf(lastLine));
        }
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

    /** Spreadsheets write semicolons or tabs in some countries: the one that divides the header is meant. */
    private static char separator(BufferedReader lines) throws IOException {
        lines.mark(LONGEST_HEADER);
        StringBuilder header = new StringBuilder();
        for (int sign = lines.read();
                sign >= 0 && sign != '\n' && sign != '\r' && header.length() < LONGEST_HEADER - 1;
                sign = lines.read()) {
            header.append((char) sign);
        }
        lines.reset();
        List<Character> candidates = new ArrayList<>(List.of(',', ';', '\t'));
        candidates.sort((one, other) -> Long.compare(count(header, other), count(header, one)));
        return candidates.get(0);
    }

    private static long count(CharSequence header, char separator) {
        return header.chars().filter(sign -> sign == separator).count();
    }
}
