package org.qingwang.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words a mail from its template, in one language or in both. */
@Component
class MailText {

    private static final int LONGEST_SUBJECT = 200;
    private static final String BETWEEN_SUBJECTS = " · ";
    private static final String BETWEEN_TEXTS = "\n\n- - -\n\n";

    /** Whoever chooses a name that is quoted in a subject must not begin a line of the mail's head. */
    private static final Pattern LINE_BREAKING = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final MessageSource messages;

    MailText(MessageSource messages) {
        this.messages = messages;
    }

    String subject(MailOrder order) {
        String subject = LINE_BREAKING
                .matcher(each(order, BETWEEN_SUBJECTS, ".subject"))
                .replaceAll(" ")
                .strip();
        return subject.length() <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, subject.codePointCount(0, LONGEST_SUBJECT - 2)))
                        + "…";
    }

    String body(MailOrder order) {
        return languages(order)
                .map(language -> message(order.template() + ".text", order, language)
                        + "\n\n"
                        + messages.getMessage("mail.signature", null, language))
                .collect(Collectors.joining(BETWEEN_TEXTS));
    }

    private String each(MailOrder order, String between, String part) {
        return languages(order)
                .map(language -> message(order.template() + part, order, language))
                .distinct()
                .collect(Collectors.joining(between));
    }

    private static Stream<Locale> languages(MailOrder order) {
        return order.language() == null ? Stream.of(Locale.ENGLISH, Locale.CHINESE) : Stream.of(order.language());
    }

    private String message(String key, MailOrder order, Locale language) {
        Object[] values = order.values().stream()
                .map(value -> value instanceof MailOrder.Words words ? words.in(language) : value)
                .toArray();
        return messages.getMessage(key, values, language);
    }
}
