package org.qingwang.rights;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A registration or application number as people write it, brought to the one form the register is searched by: digits
 * with at most a short letter suffix, no grouping, no words. So {@code 第 123456 号}, {@code Reg. No. 123,456} and full-width
 * digits all come to {@code 123456}.
 *
 * @param office the office it was written with ({@code CN123456}, {@code G123456} for an international registration);
 *     empty if the writer did not say
 * @param number the number in its normal form
 */
public record RegistrationNumber(Optional<String> office, String number) {

    private static final int MOST_CHARACTERS_READ = 200;
    private static final int MOST_DIGITS = 20;

    private static final Pattern GROUPS_OF_THREE = Pattern.compile("(?<!\\d)\\d{1,3}(?:[,.' ]\\d{3})+(?!\\d)");
    private static final Pattern GROUPS_OF_FOUR = Pattern.compile("(?<!\\d)\\d{1,4}(?: \\d{4})+(?!\\d)");
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(\\d{1," + MOST_DIGITS + "})(?!\\d)([A-Z]{0,2})(?![A-Z])");
    private static final Pattern OFFICE_BEFORE = Pattern.compile(
            "(?<![A-Z])(CN|US|EM|EU|WO|GB|DE|FR|JP|KR|TW|HK|MO|CA|AU|IT|ES|CH|RU|BR|SG|NZ|BX|G)[\\s.:/#-]*$");

    /** @return the number written, empty if the text holds no digits that could be one */
    public static Optional<RegistrationNumber> parse(String written) {
        if (written == null) {
            return Optional.empty();
        }
        String read = written.length() > MOST_CHARACTERS_READ ? written.substring(0, MOST_CHARACTERS_READ) : written;
        String text = ungrouped(Normalizer.normalize(read, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT));
        Matcher longest = longestNumber(text);
        if (longest == null) {
            return Optional.empty();
        }
        String before = text.substring(0, longest.start());
        return Optional.of(new RegistrationNumber(officeIn(text, before), longest.group(1) + longest.group(2)));
    }

    /** @return the number in its normal form, null if the text holds none */
    static String normal(String written) {
        return parse(written).map(RegistrationNumber::number).orElse(null);
    }

    private static String ungrouped(String text) {
        String threes = GROUPS_OF_THREE.matcher(text).replaceAll(RegistrationNumber::digitsOnly);
        return GROUPS_OF_FOUR.matcher(threes).replaceAll(RegistrationNumber::digitsOnly);
    }

    private static String digitsOnly(MatchResult match) {
        return match.group().replaceAll("\\D", "");
    }

    /** A class, a year or an address often stands beside the number; the number is the longest. */
    private static Matcher longestNumber(String text) {
        Matcher longest = null;
        Matcher next = NUMBER.matcher(text);
        while (next.find()) {
            if (longest == null || next.group(1).length() > longest.group(1).length()) {
                longest = NUMBER.matcher(text);
                longest.find(next.start());
            }
        }
        return longest;
    }

    private static Optional<String> officeIn(String text, String before) {
        Matcher office = OFFICE_BEFORE.matcher(before);
        if (office.find()) {
            return Optional.of(
                    switch (office.group(1)) {
                        case "G" -> "WO";
                        case "EU" -> "EM";
                        default -> office.group(1);
                    });
        }
        if (text.contains("国际注册")) {
            return Optional.of("WO");
        }
        if (text.contains("中国")) {
            return Optional.of(TradeMark.CHINA);
        }
        return text.contains("美国") ? Optional.of("US") : Optional.empty();
    }
}
