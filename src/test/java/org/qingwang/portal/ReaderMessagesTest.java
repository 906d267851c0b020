package org.qingwang.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.BadInput;

/** A day written 2026-01-05 to somebody who writes 5 Jan, or 1月5日, is read as the first of May. */
class ReaderMessagesTest {

    private final ReaderMessages messages = new ReaderMessages();

    ReaderMessagesTest() {
        messages.setBasenames("messages/customs", "messages/law", "messages/rights");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The recordation ends on 5 Jan 2026, before it begins on 23 Nov 2026.",
                "zh|备案有效期届满日2026年1月5日早于起始日2026年11月23日。"
            })
    void aRefusalWritesDaysAsItsReaderDoes(String language, String sentence) {
        BadInput refused = new BadInput(
                "validUntil", "customs.recordation-ends-early", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 11, 23));
        assertThat(messages.getMessage(refused.messageKey(), refused.arguments(), Locale.forLanguageTag(language)))
                .isEqualTo(sentence);
    }

    @Test
    void aDayKeptAsTextIsADayAllTheSame() {
        Object[] kept = {"99000003", "北辰", "2021-06-20"};
        assertThat(messages.getMessage("rights.finding.expired", kept, Locale.ENGLISH))
                .contains("20 Jun 2021")
                .doesNotContain("2021-06-20");
    }

    /** Who corrects a file of the law writes 2026-01-05 into it, and copies it from the refusal. */
    @Test
    void whatIsWrongWithAFileOfTheLawIsSaidInItsWords() {
        Object[] arguments = {"deadlines.yaml", "complaint.acceptance", "to", "2026-01-05", "2026-01-06", "2026-01-07"};
        assertThat(messages.getMessage("law.file.gap", arguments, Locale.ENGLISH))
                .contains("2026-01-0");
    }
}
