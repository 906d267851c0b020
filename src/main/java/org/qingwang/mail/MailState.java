package org.qingwang.mail;

/** Where a mail stands. */
public enum MailState {
    /** To be sent, now or after a pause. */
    WAITING,
    /** A node is sending it. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** Kept for the mailbox page: the demonstration has no mail server. */
    KEPT,
    /** The mail server will not take it, now or later. */
    REFUSED,
    /** It came back after the server had taken it. */
    RETURNED,
    /** Tried for a day in vain; a supervisor has an incident. */
    GIVEN_UP
}
