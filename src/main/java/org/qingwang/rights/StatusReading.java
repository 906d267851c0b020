package org.qingwang.rights;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.qingwang.rights.TradeMark.Reading;

/**
 * Reads an office's own status. Codes and words are data, in {@code rights/status.csv}; a sentence the office adds is
 * understood by its English key words. What neither tells stays undetermined: better an officer who looks it up than a
 * right that was guessed.
 */
final class StatusReading {

    private static final String ANY_OFFICE = "*";
    private static final Map<String, Reading> KNOWN = load();

    /** An end overrides whatever else the sentence mentions: "the registration was cancelled". */
    private static final Pattern ENDED = Pattern.compile(
            "\\b(cancel(l)?ed|expired|abandoned|withdrawn|refused|invalidated|surrendered|lapsed|terminated)\\b");

    private static final Pattern REGISTERED =
            Pattern.compile("\\bregistration has been (renewed|issued)\\b|\\b(is|has been|mark) registered\\b"
                    + "|\\bdeclaration has been accepted\\b");

    private StatusReading() {}

    /**
     * @param office ST.3 code
     * @param status the office's code or word, or null
     * @param sentence the office's explanation, or null
     */
    static Reading of(String office, String status, String sentence) {
        if (status != null) {
            Reading ofOffice = KNOWN.get(key(office, status));
            Reading ofAny = KNOWN.get(key(ANY_OFFICE, status));
            if (ofOffice != null || ofAny != null) {
                return ofOffice != null ? ofOffice : ofAny;
            }
        }
        String words = sentence == null ? "" : sentence.toLowerCase(Locale.ROOT);
        if (ENDED.matcher(words).find()) {
            return Reading.ENDED;
        }
        return REGISTERED.matcher(words).find() ? Reading.REGISTERED : Reading.UNDETERMINED;
    }

    private static String key(String office, String status) {
        return office + ' ' + status.strip().toUpperCase(Locale.ROOT);
    }

    private static Map<String, Reading> load() {
        Map<String, Reading> known = new HashMap<>();
        try (InputStream file = StatusReading.class.getResourceAsStream("/rights/status.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                known.put(
                        key(row.getField("office"), row.getField("status")), Reading.valueOf(row.getField("reading")));
            }
            return Map.copyOf(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
