package org.qingwang.pledge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qingwang.common.Bilingual;
import org.qingwang.common.LinkSecret;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.Mail;
import org.qingwang.mail.MailOrder;
import org.qingwang.mail.Mails;
import org.qingwang.mail.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Mails to firms, each with a new personal link that takes the place of the one before. A mail and its link are made in one
 * transaction, and only if no mail with its key was.
 */
@Component
class PledgeMails {

    private final Mails mails;
    private final PublicAddress address;
    private final PledgeLinks links;
    private final Firms firms;
    private final PledgeTexts texts;
    private final Clock time;
    private final Duration valid;

    PledgeMails(
            Mails mails,
            PublicAddress address,
            PledgeLinks links,
            Firms firms,
            PledgeTexts texts,
            Clock time,
            @Value("${qingwang.pledge.link-valid:P30D}") Duration valid) {
        this.mails = mails;
        this.address = address;
        this.links = links;
        this.firms = firms;
        this.texts = texts;
        this.time = time;
        this.valid = valid;
    }

    /**
     * Writes to a firm's registered contact, with a new link.
     *
     * @param kind what it tells: messages {@code pledge.mail.<kind>.subject} and {@code .text}
     * @param round tells this mail from another of its kind; empty if there is one for each pledge
     * @param more what the sentences need beside firm, text, number, address and the last day of the link
     * @return whether it was not sent before
     */
    boolean write(String kind, Pledge pledge, String round, Object... more) {
        String key = "pledge-" + kind + " " + pledge.pledgeNo() + (round.isEmpty() ? "" : " " + round);
        if (mails.find(key).isPresent()) {
            return false;
        }
        Firm firm = firms.find(pledge.firm()).orElseThrow();
        Bilingual title = texts.get(pledge.textRef()).title();
        Instant now = time.instant();
        Instant expires = now.plus(valid);
        String secret = LinkSecret.make();
        links.revokeOpen(pledge.pledgeNo(), now);
        links.add(pledge.pledgeNo(), LinkSecret.digest(secret).orElseThrow(), now, expires);
        List<Object> values = new ArrayList<>();
        values.add(firm.name());
        values.add(new MailOrder.Words(title.en(), title.zh()));
        values.add(pledge.pledgeNo());
        values.add(address.of("/pledges/sign/" + secret));
        values.add(WorkingCalendar.dateOf(expires));
        values.addAll(List.of(more));
        mails.send(MailOrder.of(key, firm.contactMail(), "pledge.mail." + kind, values.toArray())
                .in(firm.locale())
                .about(about(pledge.pledgeNo()))
                .withSecret(secret));
        return true;
    }

    /** @return what was written to a firm about a pledge, the oldest first */
    List<Mail> of(String pledgeNo) {
        return mails.about(about(pledgeNo));
    }

    private static String about(String pledgeNo) {
        return "pledge " + pledgeNo;
    }
}
