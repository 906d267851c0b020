package org.qingwang.mail;

import java.time.Instant;

/**
 * A mail as it was ordered, and what has become of it.
 *
 * @param messageId what stands before the {@code @} in its Message-ID: the same for every try, and known to nobody else
 * @param language {@code en} or {@code zh}, null for both
 * @param secret see {@link MailOrder#secret()}; null once it is struck out
 * @param about see {@link MailOrder#about()}
 * @param dueAt of the next try
 * @param endedAt when the last word on it was said, null as long as there is none
 * @param answer what the mail server said last, null for nothing
 */
public record Mail(
        long id,
        String key,
        String messageId,
        String recipient,
        String language,
        String template,
        String subject,
        String body,
        String secret,
        String about,
        MailState state,
        int tries,
        Instant orderedAt,
        Instant dueAt,
        Instant endedAt,
        String answer) {

    static final String STRUCK = "•••";

    /** Whether it was refused at this address or came back from it. */
    public boolean failedAt(String address) {
        return recipient.equals(address) && (state == MailState.REFUSED || state == MailState.RETURNED);
    }

    /** The text for somebody who is not its recipient. */
    public String bodyForOthers() {
        return secret == null ? body : body.replace(secret, STRUCK);
    }
}
