package org.qingwang.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** If this fails, somebody whose task is refused has to decipher the reason. */
class ApiAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "en, 'The decision cannot be served on 20 Nov 2026, before it was made on 23 Nov 2026. Correct the date.'",
        "zh, 送达日期2026年11月20日早于决定日期2026年11月23日。请更正。"
    })
    void theDaysOfARefusalAreThereInThePersonsForm(String language, String sentence) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();

        answer(language)
                .refuse(
                        new MockHttpServletRequest(),
                        response,
                        400,
                        "commerce.served-before-decided",
                        LocalDate.of(2026, 11, 20),
                        "2026-11-23");

        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("\"" + sentence + "\"");
    }

    private static ApiAnswer answer(String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/commerce");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new ApiAnswer(messages, new FixedLocaleResolver(Locale.forLanguageTag(language)));
    }
}
