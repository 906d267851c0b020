package org.qingwang.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** If this fails, a day is read as another one, or a reader sees the language that is not the reader's. */
class ReaderFormTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final Instant LAST_EVENING_IN_LONDON = Instant.parse("2026-12-31T16:05:00Z");
    private static final String BASIS = "Trademark Law, art. 60 · 《商标法》第60条";

    private final ReaderForm form = new ReaderForm();

    @AfterEach
    void forgetReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void englishReadersReadEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(form.day(NEW_YEAR)).isEqualTo("1 Jan 2027");
        assertThat(form.day(LAST_EVENING_IN_LONDON)).isEqualTo("1 Jan 2027");
        assertThat(form.time(LAST_EVENING_IN_LONDON)).isEqualTo("1 Jan 2027, 00:05");
        assertThat(form.own(BASIS)).isEqualTo("Trademark Law, art. 60");
    }

    @Test
    void chineseReadersReadChinese() {
        LocaleContextHolder.setLocale(Locale.CHINESE);

        assertThat(form.day(NEW_YEAR)).isEqualTo("2027年1月1日");
        assertThat(form.time(LAST_EVENING_IN_LONDON)).isEqualTo("2027年1月1日 00:05");
        assertThat(form.own(BASIS)).isEqualTo("《商标法》第60条");
    }

    @Test
    void whatIsMissingIsADash() {
        assertThat(form.day((LocalDate) null)).isEqualTo("–");
        assertThat(form.time(null)).isEqualTo("–");
        assertThat(form.own(" ")).isEqualTo("–");
        assertThat(form.own("第60条")).isEqualTo("第60条");
    }
}
