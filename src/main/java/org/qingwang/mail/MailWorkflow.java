package org.qingwang.mail;

/** What the engine does for mail: it holds what was given up where a supervisor sees it. */
public interface MailWorkflow {

    /** A mail was tried in vain for a day: from now on it is an incident. */
    void giveUp(Mail mail);

    /** Somebody wants a mail that was given up tried now. */
    void tryAgain(Mail mail);
}
