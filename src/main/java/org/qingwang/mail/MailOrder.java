package org.qingwang.mail;

import java.util.List;
import java.util.Locale;

/**
 * A mail to be sent. Its words are messages of the bundles: {@code <template>.subject} and {@code <template>.text}, with the
 * values as their arguments; a greeting and a signature are not theirs, every mail ends alike.
 *
 * @param key names what the mail tells of and to whom; of two orders with one key the second is ignored. For example {@code
 *     pledge-invited PL-2026-0001 round 1}
 * @param recipient one mail address, see {@link MailAddress#check}
 * @param language the reader's, null if it is not known: then the mail speaks both
 * @param template start of the message keys
 * @param values what the placeholders stand for; days as {@code LocalDate}, words that differ by language as {@link Words}
 * @param about what the mail belongs to, for {@link Mails#about}; null for nothing
 * @param secret a part of the text that opens something, such as the token of a personal link: struck out of the stored
 *     text once the mail is sent, and never shown to staff outside the demonstration; null for none
 */
public record MailOrder(
        String key,
        String recipient,
        Locale language,
        String template,
        List<Object> values,
        String about,
        String secret) {

    public MailOrder {
        values = List.copyOf(values);
    }

    /** A mail in both languages. */
    public static MailOrder of(String key, String recipient, String template, Object... values) {
        return new MailOrder(key, recipient, null, template, List.of(values), null, null);
    }

    /** The same in the reader's language alone; null for both. */
    public MailOrder in(Locale reader) {
        return new MailOrder(key, recipient, reader, template, values, about, secret);
    }

    /** The same as a part of something, for example {@code pledge PL-2026-0001}. */
    public MailOrder about(String whole) {
        return new MailOrder(key, recipient, language, template, values, whole, secret);
    }

    /** The same with a part of the text that opens something. */
    public MailOrder withSecret(String opener) {
        return new MailOrder(key, recipient, language, template, values, about, opener);
    }

    /** A value that is worded already, once in each language. */
    public record Words(String english, String chinese) {

        String in(Locale reader) {
            return reader.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
        }
    }
}
