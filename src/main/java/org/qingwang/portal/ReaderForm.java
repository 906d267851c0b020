package org.qingwang.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.qingwang.common.WrittenDay;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Writes for the reader of a page: days and moments in the reader's form and in China's time, and of a text in both
 * languages the part the reader reads. Pages reach it as {@code @reader}.
 */
@Component("reader")
public class ReaderForm {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String NONE = "–";
    private static final String BETWEEN_LANGUAGES = " · ";

    /** @param instant null for none */
    public String time(Instant instant) {
        return instant == null
                ? NONE
                : format(instant.atZone(CHINA), isChinese() ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm");
    }

    /** @param instant null for none */
    public String day(Instant instant) {
        return instant == null ? NONE : day(LocalDate.ofInstant(instant, CHINA));
    }

    /** @param date null for none */
    public String day(LocalDate date) {
        return date == null ? NONE : WrittenDay.of(date, LocaleContextHolder.getLocale());
    }

    /** @param text for example {@code Trademark Law, art. 60 · 《商标法》第60条}, or in one language alone; null for none */
    public String own(String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        int between = text.indexOf(BETWEEN_LANGUAGES);
        if (between < 0) {
            return text;
        }
        return isChinese() ? text.substring(between + BETWEEN_LANGUAGES.length()) : text.substring(0, between);
    }

    private static String format(TemporalAccessor moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale())
                .format(moment);
    }

    private static boolean isChinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
    }
}
