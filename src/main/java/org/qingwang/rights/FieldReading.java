package org.qingwang.rights;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingwang.common.BadInput;
import org.qingwang.rights.TradeMark.MarkKind;

/** Single values as offices and people write them. What cannot be read is refused with the field's name. */
final class FieldReading {

    static final int LONGEST_NAME = 500;
    static final int LONGEST_MARK = 2_000;
    static final int LONGEST_GOODS = 500_000;
    static final int LONGEST_NUMBER = 40;

    private static final int NICE_CLASSES = 45;
    private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    /** Offices add their own time zone to a day; the day is the office's and needs no shifting. */
    private static final Pattern DAY_WITH_ZONE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T[\\d:.]+)?(?:Z|[+-]\\d{2}:\\d{2})?");

    private static final Pattern DAY_IN_DIGITS = Pattern.compile("\\d{8}");
    private static final Pattern DAY_BY_HAND = Pattern.compile("(\\d{4})[/.年-](\\d{1,2})[/.月-](\\d{1,2})日?");

    private FieldReading() {}

    /** @return the value without surrounding or unprintable characters; null if nothing is left */
    static String text(Given given, int longest) {
        if (given.value() == null) {
            return null;
        }
        String clean = given.value().replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
        if (clean.length() > longest) {
            throw new BadInput(given.field(), "rights.import.too-long", longest);
        }
        return clean.isEmpty() ? null : clean;
    }

    /** @return the number in the register's normal form; null if none is given */
    static String number(Given given) {
        String written = text(given, LONGEST_NUMBER);
        if (written == null) {
            return null;
        }
        return RegistrationNumber.parse(written)
                .map(RegistrationNumber::number)
                .orElseThrow(() -> new BadInput(given.field(), "rights.import.bad-number", written));
    }

    /** @return the two-letter code of WIPO ST.3; null if none is given */
    static String office(Given given) {
        String written = text(given, LONGEST_NAME);
        if (written == null) {
            return null;
        }
        String code = written.toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{2}")) {
            throw new BadInput(given.field(), "rights.import.bad-office", written);
        }
        return code;
    }

    static LocalDate day(Given given) {
        String written = text(given, LONGEST_NAME);
        if (written == null) {
            return null;
        }
        LocalDate day =
                dayIn(written).orElseThrow(() -> new BadInput(given.field(), "rights.import.bad-date", written));
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new BadInput(given.field(), "rights.import.bad-date", written);
        }
        return day;
    }

    private static Optional<LocalDate> dayIn(String written) {
        try {
            var withZone = DAY_WITH_ZONE.matcher(written);
            if (withZone.matches()) {
                return Optional.of(LocalDate.parse(withZone.group(1)));
            }
            if (DAY_IN_DIGITS.matcher(written).matches()) {
                return Optional.of(LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE));
            }
            var byHand = DAY_BY_HAND.matcher(written);
            return byHand.matches()
                    ? Optional.of(
                            LocalDate.of(number(byHand.group(1)), number(byHand.group(2)), number(byHand.group(3))))
                    : Optional.empty();
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    static int niceClass(Given given) {
        String digits = given.value() == null ? "" : given.value().strip();
        int number = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : 0;
        if (number < 1 || number > NICE_CLASSES) {
            throw new BadInput(given.field(), "rights.import.bad-class", digits);
        }
        return number;
    }

    /** Reads the kind out of the office's own words; words that say nothing about it give nothing. */
    static Set<MarkKind> kinds(String value) {
        Set<MarkKind> kinds = EnumSet.noneOf(MarkKind.class);
        String words = value == null ? "" : value.toLowerCase(Locale.ROOT);
        if (words.contains("trademark") || words.contains("trade mark") || words.contains("商品")) {
            kinds.add(MarkKind.GOODS);
        }
        if (words.contains("service") || words.contains("服务")) {
            kinds.add(MarkKind.SERVICES);
        }
        if (words.contains("collective") || words.contains("集体")) {
            kinds.add(MarkKind.COLLECTIVE);
        }
        if (words.contains("certif") || words.contains("证明")) {
            kinds.add(MarkKind.CERTIFICATION);
        }
        return kinds;
    }
}
