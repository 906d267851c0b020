package org.qingwang.monitor;

import java.time.Instant;

/**
 * Steps of one kind that stand still until somebody mends them.
 *
 * @param process key of the model
 * @param processName in both languages
 * @param definition id of the newest version it stands still in
 * @param step id of the step in the model
 * @param mail of mails: the start of the message keys, for example {@code pledge.mail.invitation}; otherwise null
 * @param count how many
 * @param since when the first of them came to a stop
 */
public record IncidentKind(
        String process, String processName, String definition, String step, String mail, int count, Instant since) {

    /** The model of mails that were tried in vain for a day. */
    static final String UNDELIVERED_MAIL = "undelivered-mail";

    /** Which kind it is, without its figures. */
    public record Id(String process, String step, String mail) {}

    public Id id() {
        return new Id(process, step, mail);
    }

    /** Whether it is the mail server that did not do its part. */
    public boolean isMail() {
        return process.equals(UNDELIVERED_MAIL);
    }
}
