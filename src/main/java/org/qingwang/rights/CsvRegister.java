package org.qingwang.rights;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.common.BadInput;
import org.qingwang.rights.TradeMark.PartyRole;
import org.qingwang.rights.TradeMark.Source;

/**
 * Reads marks from a table. The first line names the columns, in any order, in English or Chinese; {@code office} and
 * one of {@code registrationNo} and {@code applicationNo} must be among them. Several values in one field are separated
 * by semicolons; goods of several classes by {@code |}, in the order of the classes.
 */
final class CsvRegister {

    /** The columns there are, each with the Chinese name it may have instead. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("office", "注册机构"),
            Map.entry("registrationNo", "注册号"),
            Map.entry("applicationNo", "申请号"),
            Map.entry("mark", "商标"),
            Map.entry("kind", "商标种类"),
            Map.entry("holder", "权利人"),
            Map.entry("holderCountry", "权利人国别"),
            Map.entry("holderAddress", "权利人地址"),
            Map.entry("classes", "类别"),
            Map.entry("goods", "商品服务"),
            Map.entry("status", "状态"),
            Map.entry("statusDate", "状态日期"),
            Map.entry("filed", "申请日期"),
            Map.entry("registered", "注册日期"),
            Map.entry("renewed", "续展日期"),
            Map.entry("expires", "有效期至"),
            Map.entry("licensees", "被许可人"),
            Map.entry("representatives", "代理人"),
            Map.entry("designatedOffices", "指定国家"),
            Map.entry("recordedOn", "记录日期"));

    private static final int LONGEST_FIELD = 1_000_000;

    private final Map<String, Integer> positions = new HashMap<>();
    private final RegisterRecords records;

    private CsvRegister(RegisterRecords records) {
        this.records = records;
    }

    /** @throws BadInput if the first line is not a header this understands */
    static void read(Reader table, RegisterRecords records) {
        CsvReader<CsvRecord> rows = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(table);
        new CsvRegister(records).readAll(rows.iterator());
    }

    private void readAll(Iterator<CsvRecord> rows) {
        long line = 1;
        try {
            if (!rows.hasNext()) {
                throw new BadInput("", "rights.import.empty");
            }
            readHeader(rows.next());
            records.begin(Source.CSV);
            while (rows.hasNext()) {
                CsvRecord row = rows.next();
                line = row.getStartingLineNumber();
                take(row);
            }
        } catch (CsvParseException e) {
            if (positions.isEmpty()) {
                throw new BadInput("", "rights.import.not-a-table");
            }
            records.refuse(line + 1, null, new BadInput("", "rights.import.broken-off"));
        }
    }

    private void readHeader(CsvRecord header) {
        for (int position = 0; position < header.getFieldCount(); position++) {
            String written = header.getField(position).strip();
            String column = columnNamed(written).orElseThrow(() -> unknownColumn(written));
            if (positions.put(column, position) != null) {
                throw new BadInput(column, "rights.import.column-twice", column);
            }
        }
        if (!positions.containsKey("office")) {
            throw new BadInput("office", "rights.import.column-missing", "office");
        }
        if (!positions.containsKey("registrationNo") && !positions.containsKey("applicationNo")) {
            throw new BadInput("registrationNo", "rights.import.column-missing", "registrationNo");
        }
    }

    /** A column nobody reads would lose its data without a word, so the file is refused instead. */
    private static BadInput unknownColumn(String written) {
        String known = COLUMNS.keySet().stream().sorted().collect(joining(", "));
        return new BadInput(written, "rights.import.column-unknown", written, known);
    }

    private static Optional<String> columnNamed(String written) {
        return COLUMNS.entrySet().stream()
                .filter(column -> column.getKey().equalsIgnoreCase(written)
                        || column.getValue().equals(written))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void take(CsvRecord row) {
        TradeMark mark;
        try {
            mark = read(row);
        } catch (BadInput reason) {
            Given registration = given(row, "registrationNo");
            String number =
                    registration.value() == null ? given(row, "applicationNo").value() : registration.value();
            records.refuse(row.getStartingLineNumber(), number, reason);
            return;
        }
        records.take(row.getStartingLineNumber(), mark);
    }

    private TradeMark read(CsvRecord row) {
        if (row.getFieldCount() > positions.size()) {
            throw new BadInput("", "rights.import.extra-fields", row.getFieldCount(), positions.size());
        }
        MarkDraft draft = new MarkDraft(Source.CSV);
        draft.office(given(row, "office"));
        draft.registrationNo(given(row, "registrationNo"));
        draft.applicationNo(given(row, "applicationNo"));
        draft.text(given(row, "mark"));
        draft.kinds(given(row, "kind"));
        draft.status(given(row, "status"), new Given("status", null), given(row, "statusDate"));
        draft.filed(given(row, "filed"));
        draft.registered(given(row, "registered"));
        draft.renewed(given(row, "renewed"));
        draft.expires(given(row, "expires"));
        draft.knownUpTo(given(row, "recordedOn"));
        several(row, "designatedOffices").forEach(draft::designated);
        readClasses(row, draft);
        readParties(row, draft);
        return draft.mark();
    }

    private void readClasses(CsvRecord row, MarkDraft draft) {
        List<Given> classes = several(row, "classes");
        List<Given> goods = parts(row, "goods", "[|｜]");
        if (goods.size() > 0 && goods.size() != classes.size()) {
            throw new BadInput("goods", "rights.import.goods-count", goods.size(), classes.size());
        }
        for (int i = 0; i < classes.size(); i++) {
            draft.niceClass(classes.get(i), goods.isEmpty() ? new Given("goods", null) : goods.get(i));
        }
    }

    private void readParties(CsvRecord row, MarkDraft draft) {
        Given none = new Given("", null);
        several(row, "holder")
                .forEach(name -> draft.party(
                        PartyRole.HOLDER, name, given(row, "holderCountry"), given(row, "holderAddress"), none));
        several(row, "licensees").forEach(name -> draft.party(PartyRole.LICENSEE, name, none, none, none));
        several(row, "representatives").forEach(name -> draft.party(PartyRole.REPRESENTATIVE, name, none, none, none));
    }

    private List<Given> several(CsvRecord row, String column) {
        return parts(row, column, "[;；]").stream()
                .filter(part -> !part.value().isBlank())
                .toList();
    }

    private List<Given> parts(CsvRecord row, String column, String separator) {
        Given whole = given(row, column);
        if (whole.value() == null || whole.value().isBlank()) {
            return List.of();
        }
        return Arrays.stream(whole.value().split(separator, -1))
                .map(part -> new Given(column, part.strip()))
                .toList();
    }

    /** The row's field in that column; empty if the row is shorter or the table has no such column. */
    private Given given(CsvRecord row, String column) {
        Integer position = positions.get(column);
        boolean there = position != null && position < row.getFieldCount();
        return new Given(column, there ? row.getField(position) : null);
    }
}
