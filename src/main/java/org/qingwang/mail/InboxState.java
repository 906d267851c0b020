package org.qingwang.mail;

import java.time.Instant;

/**
 * How the mailbox is read into which mail comes back.
 *
 * @param mailbox its name, for people
 * @param readAt when last; null if it never was
 * @param failedAt since when it cannot be read; null if it can
 * @param failure what its server said; null if it can be read
 */
public record InboxState(String mailbox, Instant readAt, Instant failedAt, String failure) {

    static InboxState unread(String mailbox) {
        return new InboxState(mailbox, null, null, null);
    }
}
