package org.qingwang.briefing;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Figures in digits, the same in both languages: counts as they are, parts of a yuan to the fen. */
public final class WrittenFigure {

    private static final String MONTHS = "January|February|March|April|May|June|July|August|September|October|November"
            + "|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec";

    private WrittenFigure() {}

    /** @return for example {@code 1,200} and {@code 228,000.50} */
    public static String of(BigDecimal value) {
        return format(value, isWhole(value) ? "#,##0" : "#,##0.00");
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static String format(BigDecimal value, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** Whether a sentence names a number, however its thousands and decimals are written. What is part of a date does not. */
    static boolean isNamedIn(String sentence, BigDecimal number) {
        Set<String> forms = new LinkedHashSet<>();
        for (String pattern : isWhole(number) ? Set.of("#,##0", "0") : Set.of("#,##0.00", "#,##0.##", "0.00", "0.##")) {
            forms.add(format(number, pattern));
        }
        String any = forms.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![0-9])(?<![0-9][.,/-])(?:" + any + ")(?![0-9])(?![.,/-][0-9])(?!\\s*[年月日])"
                        + "(?! (?:" + MONTHS + ")\\b)")
                .matcher(inAsciiDigits(sentence))
                .find();
    }

    /** Chinese input methods write full-width digits. */
    private static String inAsciiDigits(String sentence) {
        StringBuilder text = new StringBuilder(sentence.length());
        for (char sign : sentence.toCharArray()) {
            text.append(sign >= '０' && sign <= '９' ? (char) (sign - '０' + '0') : sign);
        }
        return text.toString();
    }
}
