package org.qingwang.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** If this fails, a sentence names days as machines write them, or changes what is no day. */
class WrittenDayTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void aDayIsWrittenAsReadersWriteIt() {
        assertThat(WrittenDay.of(MONDAY, Locale.US)).isEqualTo("23 Nov 2026");
        assertThat(WrittenDay.of(MONDAY, Locale.SIMPLIFIED_CHINESE)).isEqualTo("2026年11月23日");
    }

    @Test
    void aSentenceTakesADayOrItsText() {
        assertThat(WrittenDay.inSentence((Object) MONDAY, Locale.ENGLISH)).isEqualTo("23 Nov 2026");
        assertThat(WrittenDay.inSentence((Object) "2026-11-23", Locale.CHINESE)).isEqualTo("2026年11月23日");
    }

    @Test
    void whatIsNoDayStaysAsItIs() {
        assertThat(WrittenDay.inSentence("2026-11-31", Locale.ENGLISH)).isEqualTo("2026-11-31");
        assertThat(WrittenDay.inSentence("AJ-330000-2026-000001", Locale.ENGLISH))
                .isEqualTo("AJ-330000-2026-000001");
        assertThat(WrittenDay.inSentence((Object) 20261123, Locale.ENGLISH)).isEqualTo(20261123);
        assertThat(WrittenDay.inSentence((Object) null, Locale.ENGLISH)).isNull();
    }
}
