package org.qingwang.complaint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingwang.mail.MailAddress;
import org.qingwang.mail.MailOrder;
import org.qingwang.mail.Mails;
import org.qingwang.mail.PublicAddress;
import org.springframework.stereotype.Component;

/** Sends what complainants are told by mail, too, where the contact holds an address. */
@Component
class NoticeMail {

    private final Mails mails;
    private final PublicAddress address;

    NoticeMail(Mails mails, PublicAddress address) {
        this.mails = mails;
        this.address = address;
    }

    void send(List<Notices.Told> told) {
        mails.send(told.stream().flatMap(this::order).toList());
    }

    private Stream<MailOrder> order(Notices.Told told) {
        Notice notice = told.notice();
        Optional<String> recipient = MailAddress.in(told.contact());
        return recipient.stream()
                .map(to -> MailOrder.of(
                                "complaint " + notice.receiptNo() + " " + notice.event() + " " + notice.about(),
                                to,
                                "complaint.mail",
                                notice.receiptNo(),
                                new MailOrder.Words(notice.textEn(), notice.textZh()),
                                address.of("/public/complaints"))
                        .about("complaint " + notice.receiptNo()));
    }
}
