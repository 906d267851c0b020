package org.qingwang.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mail_inbox}. */
@Repository
class Inboxes {

    private final JdbcClient jdbc;

    Inboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes a mailbox for this node. Empty if another node is reading it. */
    Optional<InboxServer.Position> claim(String mailbox, Instant now, Instant until) {
        jdbc.sql("insert into mail_inbox (mailbox) values (:mailbox) on conflict do nothing")
                .param("mailbox", mailbox)
                .update();
        return jdbc.sql("update mail_inbox set claimed_until = :until where mailbox = :mailbox"
                        + " and (claimed_until is null or claimed_until <= :now) returning uid_validity, last_uid")
                .param("mailbox", mailbox)
                .param("now", MailRows.at(now))
                .param("until", MailRows.at(until))
                .query((row, number) -> new InboxServer.Position(row.getLong("uid_validity"), row.getLong("last_uid")))
                .optional();
    }

    void readTo(String mailbox, InboxServer.Position position, Instant now) {
        jdbc.sql(
                        "update mail_inbox set uid_validity = :validity, last_uid = :uid, claimed_until = null, read_at = :now,"
                                + " failed_at = null, failure = null where mailbox = :mailbox")
                .param("validity", position.validity())
                .param("uid", position.uid())
                .param("now", MailRows.at(now))
                .param("mailbox", mailbox)
                .update();
    }

    /** It could not be read; since when is kept from the first time. */
    void failed(String mailbox, Instant now, String words) {
        jdbc.sql("update mail_inbox set claimed_until = null, failed_at = coalesce(failed_at, :now), failure = :words"
                        + " where mailbox = :mailbox")
                .param("now", MailRows.at(now))
                .param("words", MailRows.shortened(words))
                .param("mailbox", mailbox)
                .update();
    }

    Optional<InboxState> find(String mailbox) {
        return jdbc.sql("select * from mail_inbox where mailbox = :mailbox")
                .param("mailbox", mailbox)
                .query((row, number) -> new InboxState(
                        mailbox,
                        instant(row.getObject("read_at", OffsetDateTime.class)),
                        instant(row.getObject("failed_at", OffsetDateTime.class)),
                        row.getString("failure")))
                .optional();
    }

    private static Instant instant(OffsetDateTime read) {
        return read == null ? null : read.toInstant();
    }
}
