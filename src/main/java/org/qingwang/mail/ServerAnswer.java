package org.qingwang.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

/**
 * What became of handing a mail over.
 *
 * @param words what the server said, for people; may name the recipient, so it is nothing for a log
 * @param code the server's code, 0 if it did not get as far
 */
record ServerAnswer(Kind kind, int code, String words) {

    static final ServerAnswer TAKEN = new ServerAnswer(Kind.TAKEN, 250, null);
    static final ServerAnswer NOBODY_THERE = new ServerAnswer(Kind.CLOSED, 0, "no mail server is configured");

    private static final int FIRST_LASTING = 500;
    private static final int FIRST_ABOUT_MAILBOX = 550;
    private static final int LAST_ABOUT_MAILBOX = 554;

    /** What follows from it. */
    enum Kind {
        TAKEN,
        /** This mail will never be taken. */
        REFUSED,
        /** This mail perhaps later. */
        NOT_NOW,
        /** No mail at present: the server is not there, or does not let us in. */
        CLOSED
    }

    static ServerAnswer of(Exception failure) {
        List<Exception> causes = causes(failure);
        String words = causes.stream()
                .map(Exception::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce((one, deeper) -> deeper)
                .orElse(failure.getClass().getSimpleName())
                .strip();
        Optional<Integer> recipient = causes.stream()
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(cause -> ((SMTPAddressFailedException) cause).getReturnCode())
                .findFirst();
        if (recipient.isPresent()) {
            int code = recipient.get();
            return new ServerAnswer(code >= FIRST_LASTING ? Kind.REFUSED : Kind.NOT_NOW, code, words);
        }
        return causes.stream()
                .filter(SMTPSendFailedException.class::isInstance)
                .map(cause -> ((SMTPSendFailedException) cause).getReturnCode())
                .findFirst()
                .map(code -> new ServerAnswer(ofSending(code), code, words))
                .orElseGet(() -> new ServerAnswer(Kind.CLOSED, 0, words));
    }

    /** 530 and its like ask for a name, a password or TLS: that is not the mail's fault. */
    private static Kind ofSending(int code) {
        if (code >= FIRST_ABOUT_MAILBOX && code <= LAST_ABOUT_MAILBOX) {
            return Kind.REFUSED;
        }
        return code >= FIRST_LASTING || code <= 0 ? Kind.CLOSED : Kind.NOT_NOW;
    }

    /** Mail's exceptions hang together in three ways. */
    private static List<Exception> causes(Exception failure) {
        List<Exception> found = new ArrayList<>();
        List<Exception> open = new ArrayList<>(List.of(failure));
        while (!open.isEmpty()) {
            Exception one = open.remove(0);
            if (found.contains(one)) {
                continue;
            }
            found.add(one);
            if (one instanceof MailSendException sending) {
                open.addAll(List.of(sending.getMessageExceptions()));
            }
            if (one instanceof MessagingException messaging && messaging.getNextException() != null) {
                open.add(messaging.getNextException());
            }
            if (one.getCause() instanceof Exception cause) {
                open.add(cause);
            }
        }
        return found;
    }
}
