package org.qingwang.pledge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.agency.ProvinceName;
import org.qingwang.common.BadInput;
import org.qingwang.common.CsvRows;
import org.qingwang.common.TextEncoding;

/** Reads a list of firms. What is wrong with a row is the row's; what is wrong with the file refuses all of it. */
final class FirmList {

    static final int MOST_ROWS = 10_000;
    private static final int LONGEST_SHOWN = 60;

    /**
     * A row as it was read.
     *
     * @param firm null if something is wrong with it
     * @param problem null if nothing is
     */
    record Row(long line, Firm firm, BadInput problem) {}

    private FirmList() {}

    static List<Row> read(byte[] file) throws IOException {
        if (file.length == 0) {
            throw new BadInput("file", "intake.file.empty");
        }
        TextEncoding encoding = TextEncoding.of(new ByteArrayInputStream(file));
        int mark = encoding.markLength();
        ByteArrayInputStream text = new ByteArrayInputStream(file, mark, file.length - mark);
        try (CsvRows rows = new CsvRows(new InputStreamReader(text, encoding.charset()))) {
            List<Optional<FirmColumn>> columns = columns(rows.next().orElseThrow());
            List<Row> read = new ArrayList<>();
            for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().cells().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (read.size() == MOST_ROWS) {
                    throw new BadInput("file", "pledge.firm.too-many", MOST_ROWS);
                }
                read.add(row(row.get(), columns));
            }
            return read;
        }
    }

    private static List<Optional<FirmColumn>> columns(CsvRows.Row heading) {
        List<Optional<FirmColumn>> columns =
                heading.cells().stream().map(FirmColumn::ofHeading).toList();
        List<FirmColumn> known = columns.stream().flatMap(Optional::stream).toList();
        Set<FirmColumn> once = EnumSet.noneOf(FirmColumn.class);
        known.stream().filter(column -> !once.add(column)).findFirst().ifPresent(column -> {
            throw new BadInput("file", "intake.file.columnTwice", column.english());
        });
        String missing = Stream.of(FirmColumn.values())
                .filter(column -> column.required() && !known.contains(column))
                .map(FirmColumn::english)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new BadInput("file", "intake.file.columnMissing", missing);
        }
        return columns;
    }

    private static Row row(CsvRows.Row row, List<Optional<FirmColumn>> columns) {
        try {
            if (row.cells().size() != columns.size()) {
                throw new BadInput(
                        "", "intake.row.fields", String.valueOf(row.cells().size()), String.valueOf(columns.size()));
            }
            Map<FirmColumn, String> cells = new EnumMap<>(FirmColumn.class);
            for (int i = 0; i < columns.size(); i++) {
                String cell = row.cells().get(i).strip();
                columns.get(i).filter(column -> !cell.isEmpty()).ifPresent(column -> cells.put(column, cell));
            }
            return new Row(row.line(), firm(cells), null);
        } catch (BadInput problem) {
            return new Row(row.line(), null, problem);
        }
    }

    private static Firm firm(Map<FirmColumn, String> cells) {
        return new Firm(
                code(FirmColumn.CODE, cells.get(FirmColumn.CODE)),
                cells.get(FirmColumn.NAME),
                region(cells.get(FirmColumn.REGION)),
                cells.get(FirmColumn.CONTACT),
                cells.get(FirmColumn.MAIL),
                language(cells.get(FirmColumn.LANGUAGE)),
                cells.containsKey(FirmColumn.PLATFORM)
                        ? code(FirmColumn.PLATFORM, cells.get(FirmColumn.PLATFORM))
                        : null);
    }

    private static CreditCode code(FirmColumn column, String written) {
        return CreditCode.read(written)
                .orElseThrow(() -> new BadInput(column.english(), "pledge.firm.code", shown(written)));
    }

    private static String region(String written) {
        return ProvinceName.code(written == null ? "" : written)
                .orElseThrow(() -> new BadInput(FirmColumn.REGION.english(), "pledge.firm.region", shown(written)));
    }

    private static String language(String written) {
        String given = written == null ? "zh" : written.strip();
        return switch (given) {
            case "zh", "中文" -> "zh";
            case "en", "英文" -> "en";
            default -> throw new BadInput(FirmColumn.LANGUAGE.english(), "pledge.firm.language", shown(given));
        };
    }

    private static String shown(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "–";
        }
        return cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) + "…" : cell;
    }
}
