package org.qingwang.engine.guard;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.qingwang.common.WrittenDay;
import org.qingwang.engine.form.Label;
import org.springframework.context.MessageSource;
import org.springframework.web.servlet.LocaleResolver;

/** Answers what was refused with one sentence in the person's language, in the shape Tasklist and Cockpit show. */
final class ApiAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MessageSource messages;
    private final LocaleResolver locales;

    ApiAnswer(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    /**
     * @param status the HTTP status
     * @param messageKey the sentence
     * @param arguments what its placeholders stand for; a {@link Label} or a day is shown in the person's language
     */
    void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String messageKey,
            Object... arguments)
            throws IOException {
        Locale locale = locales.resolveLocale(request);
        Object[] readable = Arrays.stream(arguments)
                .map(argument ->
                        argument instanceof Label label ? label.in(locale) : WrittenDay.inSentence(argument, locale))
                .toArray();
        String sentence = messages.getMessage(messageKey, readable, locale);
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(JSON.writeValueAsString(Map.of("type", "Refused", "message", sentence))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
