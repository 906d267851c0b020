package org.qingwang.mail;

import org.springframework.stereotype.Service;

/** Mails that were given up, as the engine's incidents hold them. */
@Service
public class UndeliveredMails {

    private final MailDelivery delivery;

    UndeliveredMails(MailDelivery delivery) {
        this.delivery = delivery;
    }

    /**
     * Tries such a mail once more. One that is sent meanwhile stays sent.
     *
     * @throws IllegalStateException if the server does not take it: the incident stays
     */
    public void send(long id) {
        delivery.sendGivenUp(id);
    }
}
