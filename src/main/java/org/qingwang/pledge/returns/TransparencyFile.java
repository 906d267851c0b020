package org.qingwang.pledge.returns;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingwang.common.BadInput;
import org.qingwang.common.CsvRows;

/**
 * Reads a file in the template. What can be read is read, what is odd becomes a {@link Finding}; only what is no such file is
 * refused.
 */
public final class TransparencyFile {

    private static final int MOST_ROWS = 5_000;
    private static final Pattern PERIOD = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\s*/\\s*(\\d{4}-\\d\\d-\\d\\d)");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern HAS_UNIT = Pattern.compile("(?i).*\\b(hours?|days?|minutes?)\\b.*");
    private static final Set<String> NONE = Set.of("NA", "N/A", "n/a", "-", "–");
    private static final String CONTEXT = "contextual information";
    private static final String SERVICE = "Service";
    private static final String REPORTING_PERIOD = "Reporting period";
    private static final String SECTION = "Section";
    private static final String INDICATOR = "Indicator";
    private static final String SCOPE = "Scope";
    private static final String DESCRIPTION = "Description of the sub-category \"Other\"";
    private static final String CATEGORY = "Category of illegal content";
    private static final List<String> KEYS = List.of("Applicability", SERVICE, REPORTING_PERIOD, CATEGORY, DESCRIPTION);

    private final List<Figure> figures = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<List<String>> names = new HashSet<>();
    private List<String> header = List.of();
    private Part part;
    private String service;
    private String period;
    private String category = "";

    private TransparencyFile() {}

    /**
     * @param text the file, decoded; it holds one part, or several one after the other, each with its header
     * @return each part once, in the order of the file
     * @throws BadInput if it holds no part, the same one twice, a part without rows, too many rows or no period
     */
    public static List<Report> read(String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvRows rows = new CsvRows(new StringReader(content))) {
            List<Report> reports = new ArrayList<>();
            for (List<CsvRows.Row> part : parts(rows)) {
                reports.add(new TransparencyFile().report(part));
            }
            requireEachOnce(reports);
            return reports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part begins with its header; what stands before the first one belongs to none. */
    private static List<List<CsvRows.Row>> parts(CsvRows rows) throws IOException {
        List<List<CsvRows.Row>> parts = new ArrayList<>();
        int count = 0;
        for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            if (++count > MOST_ROWS) {
                throw new BadInput("file", "returns.refused.rows", MOST_ROWS);
            }
            if (row.get().cells().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (isHeader(row.get())) {
                parts.add(new ArrayList<>());
            }
            if (parts.isEmpty()) {
                throw noSuchFile();
            }
            parts.get(parts.size() - 1).add(row.get());
        }
        if (parts.isEmpty()) {
            throw noSuchFile();
        }
        return parts;
    }

    private static boolean isHeader(CsvRows.Row row) {
        List<String> cells = row.cells().stream().map(String::strip).toList();
        return cells.contains(SERVICE) && cells.contains(REPORTING_PERIOD);
    }

    private static void requireEachOnce(List<Report> reports) {
        Set<Part> seen = EnumSet.noneOf(Part.class);
        for (Report report : reports) {
            if (!seen.add(report.part())) {
                throw new BadInput(
                        "file", "returns.refused.twice-in-file", report.part().number());
            }
        }
    }

    private Report report(List<CsvRows.Row> rows) {
        readHeader(rows.get(0));
        rows.stream().skip(1).forEach(this::readRow);
        if (part == null || figures.isEmpty()) {
            throw noSuchFile();
        }
        Matcher days = PERIOD.matcher(period);
        if (!days.matches()) {
            throw new BadInput("file", "returns.refused.period", period);
        }
        LocalDate from = day(days.group(1));
        LocalDate to = day(days.group(2));
        if (to.isBefore(from)) {
            throw new BadInput("file", "returns.refused.period", period);
        }
        findings.addAll(Contradictions.of(part, figures));
        return new Report(part, service, from, to, figures, findings);
    }

    private static BadInput noSuchFile() {
        return new BadInput("file", "returns.refused.file");
    }

    private LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw new BadInput("file", "returns.refused.period", period);
        }
    }

    private void readHeader(CsvRows.Row row) {
        header = row.cells().stream().map(String::strip).toList();
        for (int at = 0; at < header.size(); at++) {
            columns.putIfAbsent(header.get(at), at);
            String written = row.cells().get(at);
            if (!isContext(header.get(at)) && !written.equals(header.get(at))) {
                findings.add(Finding.of(Finding.Kind.SPACES, row.line(), header.get(at)));
            }
            if (isMedian(header.get(at)) && !isContext(header.get(at)) && lacksUnit(header.get(at))) {
                findings.add(Finding.of(Finding.Kind.NO_UNIT, row.line(), header.get(at)));
            }
        }
    }

    private void readRow(CsvRows.Row row) {
        if (part == null) {
            part = Part.of(header, cell(row, SECTION)).orElseThrow(TransparencyFile::noSuchFile);
            service = cell(row, SERVICE);
            period = cell(row, REPORTING_PERIOD);
        } else if (!service.equals(cell(row, SERVICE)) || !period.equals(cell(row, REPORTING_PERIOD))) {
            findings.add(
                    Finding.of(Finding.Kind.OTHER_REPORT, row.line(), cell(row, SERVICE), cell(row, REPORTING_PERIOD)));
            return;
        }
        if (!cell(row, CATEGORY).startsWith(Figure.KEYWORD)) {
            category = cell(row, CATEGORY);
        }
        if (!names.add(nameOf(row))) {
            findings.add(Finding.of(Finding.Kind.TWICE, row.line(), String.join(", ", nameOf(row))));
            return;
        }
        if (row.cells().size() != header.size()) {
            findings.add(Finding.of(Finding.Kind.CELLS, row.line(), row.cells().size(), header.size()));
        }
        if (part.isByCategory()) {
            readCategory(row);
        } else {
            readIndicator(row);
        }
    }

    /** What tells a row from the others: each category has a sub-category "other" of its own, or several. */
    private List<String> nameOf(CsvRows.Row row) {
        List<String> name = part.isByCategory()
                ? List.of(category, cell(row, CATEGORY), cell(row, DESCRIPTION))
                : List.of(cell(row, SECTION), cell(row, INDICATOR), cell(row, SCOPE));
        return name.stream().filter(one -> !one.isEmpty()).distinct().toList();
    }

    private void readCategory(CsvRows.Row row) {
        String category = cell(row, CATEGORY);
        for (int at = 0; at < header.size(); at++) {
            String name = header.get(at);
            if (!KEYS.contains(name) && !isContext(name) && columns.get(name) == at) {
                add(
                        row.line(),
                        category,
                        name,
                        "",
                        at < row.cells().size() ? row.cells().get(at) : "");
            }
        }
    }

    private void readIndicator(CsvRows.Row row) {
        String indicator = cell(row, INDICATOR);
        String scope = cell(row, SCOPE);
        if (isMedian(scope) && lacksUnit(scope)) {
            findings.add(Finding.of(Finding.Kind.NO_UNIT, row.line(), indicator + ", " + scope));
        }
        add(row.line(), cell(row, SECTION), indicator, scope, cell(row, "Value"));
    }

    private void add(long line, String of, String indicator, String scope, String cell) {
        String written = cell.strip();
        String name = scope.isEmpty() ? indicator : indicator + ", " + scope;
        BigDecimal value = NUMBER.matcher(written).matches() ? new BigDecimal(written) : null;
        if (written.isEmpty()) {
            findings.add(Finding.of(Finding.Kind.BLANK, line, of, name));
        } else if (NONE.contains(written)) {
            findings.add(Finding.of(Finding.Kind.NOT_AVAILABLE, line, of, name, written));
        } else if (value == null) {
            findings.add(Finding.of(Finding.Kind.NO_NUMBER, line, of, name, written));
        } else if (value.signum() < 0) {
            findings.add(Finding.of(Finding.Kind.NEGATIVE, line, of, name, written));
        }
        figures.add(new Figure(line, of, indicator, scope, value, written));
    }

    private String cell(CsvRows.Row row, String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.cells().size() ? "" : row.cells().get(at).strip();
    }

    private static boolean isContext(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith(CONTEXT);
    }

    private static boolean isMedian(String name) {
        return name.startsWith("Median time");
    }

    private static boolean lacksUnit(String name) {
        return !HAS_UNIT.matcher(name).matches();
    }
}
