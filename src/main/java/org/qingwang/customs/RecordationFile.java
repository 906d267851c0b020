package org.qingwang.customs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingwang.common.BadInput;
import org.qingwang.rights.TableText;
import org.springframework.core.io.InputStreamSource;

/**
 * A table of recordations, in UTF-8 or GB18030. Its first line names the columns, in any order, in English or Chinese. A
 * line that cannot be read does not keep the others from being read.
 */
final class RecordationFile {

    /** More than this at once is split. */
    static final int MOST_LINES = 20_000;

    private static final int LONGEST_FIELD = 2_000;
    private static final int LONGEST_TEXT = 500;
    private static final Set<String> YES = Set.of("true", "yes", "1", "是");
    private static final Set<String> NO = Set.of("", "false", "no", "0", "否");
    private static final Map<String, RightKind> KINDS = Map.of(
            "trademark", RightKind.TRADEMARK,
            "trade mark", RightKind.TRADEMARK,
            "商标", RightKind.TRADEMARK,
            "商标专用权", RightKind.TRADEMARK,
            "copyright", RightKind.COPYRIGHT,
            "著作权", RightKind.COPYRIGHT,
            "patent", RightKind.PATENT,
            "专利", RightKind.PATENT,
            "专利权", RightKind.PATENT);

    private enum Column {
        RECORDATION_NO("recordationNo", "备案号", true),
        RIGHT_KIND("rightKind", "权利种类", true),
        RIGHT_NO("rightNo", "权利编号", true),
        RIGHT_NAME("rightName", "权利名称", true),
        HOLDER("holder", "权利人", true),
        VALID_FROM("validFrom", "生效日期", true),
        VALID_UNTIL("validUntil", "有效期至", true),
        LICENSEES("licensees", "被许可人", false),
        CANCELLED("cancelled", "已注销", false);

        private final String english;
        private final String chinese;
        private final boolean needed;

        Column(String english, String chinese, boolean needed) {
            this.english = english;
            this.chinese = chinese;
            this.needed = needed;
        }

        boolean isNamed(String written) {
            return english.equalsIgnoreCase(written) || chinese.equals(written);
        }
    }

    /** Takes what the lines say. */
    interface Lines {
        void read(long line, Recordation recordation);

        /** @param number as the line has it; null if none */
        void unreadable(long line, String number, BadInput reason);
    }

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);

    private RecordationFile() {}

    /** @throws BadInput if this is not such a table as a whole */
    static void read(InputStreamSource file, Lines lines) {
        try (Reader text = TableText.open(file)) {
            CsvReader<CsvRecord> rows = CsvReader.builder()
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_FIELD * Column.values().length)
                    .ofCsvRecord(text);
            new RecordationFile().readAll(rows.iterator(), lines);
        } catch (CsvParseException e) {
            throw new BadInput("file", "customs.file.not-a-table");
        } catch (IOException e) {
            throw new BadInput("file", "customs.file.unreadable");
        }
    }

    private void readAll(Iterator<CsvRecord> rows, Lines lines) {
        if (!rows.hasNext()) {
            throw new BadInput("file", "customs.file.empty");
        }
        readHeader(rows.next());
        for (int count = 0; rows.hasNext(); count++) {
            if (count == MOST_LINES) {
                throw new BadInput("file", "customs.file.too-many-lines", MOST_LINES);
            }
            CsvRecord row = rows.next();
            try {
                lines.read(row.getStartingLineNumber(), recordation(row));
            } catch (BadInput reason) {
                lines.unreadable(row.getStartingLineNumber(), raw(row, Column.RECORDATION_NO), reason);
            }
        }
    }

    private void readHeader(CsvRecord header) {
        for (int position = 0; position < header.getFieldCount(); position++) {
            String written = header.getField(position).strip();
            Column column = Arrays.stream(Column.values())
                    .filter(known -> known.isNamed(written))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("file", "customs.file.column-unknown", written, names()));
            if (positions.put(column, position) != null) {
                throw new BadInput("file", "customs.file.column-twice", written);
            }
        }
        for (Column column : Column.values()) {
            if (column.needed && !positions.containsKey(column)) {
                throw new BadInput("file", "customs.file.column-missing", column.english);
            }
        }
    }

    private static String names() {
        return Arrays.stream(Column.values()).map(column -> column.english).collect(Collectors.joining(", "));
    }

    private Recordation recordation(CsvRecord row) {
        return new Recordation(
                needed(row, Column.RECORDATION_NO),
                kind(needed(row, Column.RIGHT_KIND)),
                needed(row, Column.RIGHT_NO),
                needed(row, Column.RIGHT_NAME),
                needed(row, Column.HOLDER),
                day(row, Column.VALID_FROM),
                day(row, Column.VALID_UNTIL),
                field(row, Column.LICENSEES),
                isCancelled(row));
    }

    private String field(CsvRecord row, Column column) {
        String text = raw(row, column);
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new BadInput(column.english, "customs.file.too-long", LONGEST_TEXT);
        }
        return text;
    }

    private String raw(CsvRecord row, Column column) {
        Integer position = positions.get(column);
        if (position == null || position >= row.getFieldCount()) {
            return null;
        }
        String text = row.getField(position).strip();
        return text.isEmpty() ? null : text;
    }

    private String needed(CsvRecord row, Column column) {
        return Optional.ofNullable(field(row, column))
                .orElseThrow(() -> new BadInput(column.english, "customs.file.field-missing", column.english));
    }

    private static RightKind kind(String written) {
        return Optional.ofNullable(KINDS.get(written.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new BadInput(Column.RIGHT_KIND.english, "customs.file.bad-kind", written));
    }

    private LocalDate day(CsvRecord row, Column column) {
        String written = needed(row, column);
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException notADay) {
            throw new BadInput(column.english, "customs.file.bad-day", written);
        }
    }

    private boolean isCancelled(CsvRecord row) {
        String written =
                Optional.ofNullable(field(row, Column.CANCELLED)).orElse("").toLowerCase(Locale.ROOT);
        if (!YES.contains(written) && !NO.contains(written)) {
            throw new BadInput(Column.CANCELLED.english, "customs.file.bad-yes-or-no", written);
        }
        return YES.contains(written);
    }
}
