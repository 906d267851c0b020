package org.qingwang.common;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Writes days as readers of a language write them. */
public final class WrittenDay {

    private static final int ISO_LENGTH = "2026-11-23".length();

    private WrittenDay() {}

    /** For example {@code 23 Nov 2026} or {@code 2026年11月23日}. */
    public static String of(LocalDate day, Locale language) {
        boolean chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        return DateTimeFormatter.ofPattern(chinese ? "yyyy年M月d日" : "d MMM yyyy", language)
                .format(day);
    }

    /** What a sentence's placeholder stands for: a day, or its text in ISO 8601, as readers write it; all else as it is. */
    public static Object inSentence(Object argument, Locale language) {
        if (argument instanceof LocalDate day) {
            return of(day, language);
        }
        return argument instanceof String text ? inSentence(text, language) : argument;
    }

    /** The same for a text. */
    public static String inSentence(String text, Locale language) {
        if (text.length() != ISO_LENGTH || text.charAt(4) != '-') {
            return text;
        }
        try {
            return of(LocalDate.parse(text), language);
        } catch (DateTimeParseException notADay) {
            return text;
        }
    }
}
