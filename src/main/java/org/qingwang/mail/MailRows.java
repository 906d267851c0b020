package org.qingwang.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mail}. */
@Repository
class MailRows {

    private static final int LONGEST_ANSWER = 500;

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds mails with one statement. One with a key that is there already is left out. */
    void add(List<Mail> mails) {
        Mail first = mails.get(0);
        jdbc.sql("""
                        insert into mail (mail_key, message_id, recipient, language, template, subject, body, secret, about, state,
                            ordered_at, due_at, ended_at)
                        select mail_key, message_id, recipient, language, template, subject, body, secret, about, :state,
                            :now, :now, :endedAt
                        from unnest(:keys, :ids, :recipients, :languages, :templates, :subjects, :bodies, :secrets, :abouts)
                            as ordered (mail_key, message_id, recipient, language, template, subject, body, secret,
                                about)
                        on conflict (mail_key) do nothing
                        """)
                .param("state", first.state().name())
                .param("now", at(first.orderedAt()))
                .param("endedAt", at(first.endedAt()))
                .param("keys", column(mails, Mail::key))
                .param("ids", column(mails, Mail::messageId))
                .param("recipients", column(mails, Mail::recipient))
                .param("languages", column(mails, Mail::language))
                .param("templates", column(mails, Mail::template))
                .param("subjects", column(mails, Mail::subject))
                .param("bodies", column(mails, Mail::body))
                .param("secrets", column(mails, Mail::secret))
                .param("abouts", column(mails, Mail::about))
                .update();
    }

    /** Takes the mail that is due longest, so that no other node sends it until the claim ends. */
    Optional<Mail> claim(Instant now, Instant claimedUntil) {
        return jdbc.sql("""
                        update mail set state = 'SENDING', tries = tries + 1, due_at = :until
                        where mail_id = (
                            select mail_id from mail where state in ('WAITING', 'SENDING') and due_at <= :now
                            order by due_at, mail_id limit 1 for update skip locked)
                        returning *
                        """)
                .param("now", at(now))
                .param("until", at(claimedUntil))
                .query(MailRows::mail)
                .optional();
    }

    /** Takes this mail if it was given up. */
    Optional<Mail> claim(long id, Instant now, Instant claimedUntil) {
        return jdbc.sql("""
                        update mail set state = 'SENDING', tries = tries + 1, due_at = :until
                        where mail_id = :id
                            and (state = 'GIVEN_UP' or state = 'SENDING' and due_at <= :now)
                        returning *
                        """)
                .param("id", id)
                .param("now", at(now))
                .param("until", at(claimedUntil))
                .query(MailRows::mail)
                .optional();
    }

    /** The server has it: what opens something is struck out of the text. */
    void sent(long id, Instant now) {
        jdbc.sql("""
                        update mail set state = 'SENT', ended_at = :now, answer = null, secret = null,
                            body = case when secret is null then body else replace(body, secret, :struck) end
                        where mail_id = :id
                        """)
                .param("now", at(now))
                .param("struck", Mail.STRUCK)
                .param("id", id)
                .update();
    }

    void waitUntil(long id, Instant next, String answer) {
        jdbc.sql("update mail set state = 'WAITING', due_at = :next, answer = :answer where mail_id = :id")
                .param("next", at(next))
                .param("answer", shortened(answer))
                .param("id", id)
                .update();
    }

    /** What still comes back from the address before tells nothing of the new one, so the mail has a name of its own there. */
    void waitAgain(long id, String recipient, String messageId, Instant now) {
        jdbc.sql("""
                        update mail set state = 'WAITING', recipient = :recipient,
                            message_id = case when recipient = :recipient then message_id else :messageId end, tries = 0, due_at = :now,
                            ended_at = null, answer = null
                        where mail_id = :id
                        """)
                .param("recipient", recipient)
                .param("messageId", messageId)
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    void readdress(long id, String recipient) {
        jdbc.sql("update mail set recipient = :recipient where mail_id = :id")
                .param("recipient", recipient)
                .param("id", id)
                .update();
    }

    void end(long id, MailState state, Instant now, String answer) {
        jdbc.sql("update mail set state = :state, ended_at = :now, answer = :answer where mail_id = :id")
                .param("state", state.name())
                .param("now", at(now))
                .param("answer", shortened(answer))
                .param("id", id)
                .update();
    }

    Optional<Mail> find(String key) {
        return jdbc.sql("select * from mail where mail_key = :key")
                .param("key", key)
                .query(MailRows::mail)
                .optional();
    }

    Optional<Mail> find(long id) {
        return jdbc.sql("select * from mail where mail_id = :id")
                .param("id", id)
                .query(MailRows::mail)
                .optional();
    }

    Optional<Mail> lock(long id) {
        return jdbc.sql("select * from mail where mail_id = :id for update")
                .param("id", id)
                .query(MailRows::mail)
                .optional();
    }

    /** @param messageIds the first that is known counts */
    Optional<Mail> lockByMessage(List<String> messageIds) {
        return jdbc.sql("select * from mail where message_id = any(:ids) order by array_position(:ids, message_id)"
                        + " limit 1 for update")
                .param("ids", messageIds.toArray(String[]::new))
                .query(MailRows::mail)
                .optional();
    }

    /** @return those of the addresses at which a mail was refused or came back, and was not sent again */
    Set<String> unreachable(Collection<String> addresses) {
        return Set.copyOf(jdbc.sql("select distinct recipient from mail where recipient = any(:addresses)"
                        + " and state in ('REFUSED', 'RETURNED')")
                .param("addresses", addresses.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    List<Mail> about(String whole) {
        return jdbc.sql("select * from mail where about = :about order by mail_id")
                .param("about", whole)
                .query(MailRows::mail)
                .list();
    }

    List<Mail> newest(MailState state, long before, int atMost) {
        String where = state == null ? "" : "state = :state and ";
        JdbcClient.StatementSpec query = jdbc.sql(
                        "select * from mail where " + where + "mail_id < :before order by mail_id desc limit :atMost")
                .param("before", before)
                .param("atMost", atMost);
        return (state == null ? query : query.param("state", state.name()))
                .query(MailRows::mail)
                .list();
    }

    int countInTrouble() {
        return jdbc.sql("select count(*) from mail where state in ('REFUSED', 'RETURNED', 'GIVEN_UP')")
                .query(Integer.class)
                .single();
    }

    private static String[] column(List<Mail> mails, Function<Mail, String> value) {
        return mails.stream().map(value).toArray(String[]::new);
    }

    static String shortened(String answer) {
        return answer == null || answer.length() <= LONGEST_ANSWER ? answer : answer.substring(0, LONGEST_ANSWER);
    }

    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime read = row.getObject(column, OffsetDateTime.class);
        return read == null ? null : read.toInstant();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        return new Mail(
                row.getLong("mail_id"),
                row.getString("mail_key"),
                row.getString("message_id"),
                row.getString("recipient"),
                row.getString("language"),
                row.getString("template"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("secret"),
                row.getString("about"),
                MailState.valueOf(row.getString("state")),
                row.getInt("tries"),
                instant(row, "ordered_at"),
                instant(row, "due_at"),
                instant(row, "ended_at"),
                row.getString("answer"));
    }
}
