package org.qingwang.agency;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the GB/T 2260 code of the region people name: 浙江, 浙江省杭州市, Zhejiang Province, 330106. */
public final class ProvinceName {

    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");
    private static final Pattern BLANKS = Pattern.compile("\\s");
    private static final Pattern ENGLISH_TAIL =
            Pattern.compile("\\b(?:province|municipality|city|autonomous region|sar|uygur|zhuang|hui)\\b");
    private static final Map<String, String> CODE_BY_NAME = read();

    private ProvinceName() {}

    /** @return a six-digit code; a code given as such is taken as it is when its province exists */
    public static Optional<String> code(String written) {
        String text = written.strip();
        if (CODE.matcher(text).matches()) {
            return CODE_BY_NAME.containsValue(text.substring(0, 2) + "0000") ? Optional.of(text) : Optional.empty();
        }
        String folded = text.toLowerCase(Locale.ROOT);
        return ofEnglish(folded).or(() -> ofChinese(BLANKS.matcher(folded).replaceAll("")));
    }

    private static Optional<String> ofEnglish(String text) {
        return PLAIN.matcher(text).matches()
                ? Optional.ofNullable(
                        CODE_BY_NAME.get(lettersOf(ENGLISH_TAIL.matcher(text).replaceAll(""))))
                : Optional.empty();
    }

    private static Optional<String> ofChinese(String text) {
        String place = text.startsWith("中国") ? text.substring(2) : text;
        return CODE_BY_NAME.entrySet().stream()
                .filter(province -> place.startsWith(province.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String lettersOf(String english) {
        return NO_LETTERS.matcher(english).replaceAll("");
    }

    private static Map<String, String> read() {
        Map<String, String> codes = new LinkedHashMap<>();
        try (InputStream in = ProvinceName.class.getResourceAsStream("/complaint/provinces.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> {
                codes.put(row.getField("chinese"), row.getField("code"));
                for (String english : row.getField("english").split("/")) {
                    codes.put(lettersOf(english.toLowerCase(Locale.ROOT)), row.getField("code"));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return codes;
    }
}
