package org.qingwang.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.qingwang.common.Sha256;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.MailAddress;
import org.qingwang.mail.MailOrder;
import org.qingwang.mail.Mails;
import org.qingwang.mail.PublicAddress;
import org.qingwang.platform.NoticeLink.Party;
import org.springframework.stereotype.Component;

/** Sends a personal link to the party that holds it, where the notice has its mail address. */
@Component
class LinkMail {

    private final Mails mails;
    private final PublicAddress address;

    LinkMail(Mails mails, PublicAddress address) {
        this.mails = mails;
        this.address = address;
    }

    void send(PlatformNotice notice, Party party, String token, Instant expires) {
        LocalDate last = WorkingCalendar.dateOf(expires);
        recipient(notice.content(), party)
                .ifPresent(to -> mails.send(MailOrder.of(
                                "notice link " + Sha256.hex(token),
                                to,
                                "platform.link.mail." + party.name(),
                                notice.noticeNo(),
                                address.of("/answer/" + token),
                                last)
                        .about("notice " + notice.noticeNo())
                        .withSecret(token)));
    }

    static Optional<String> recipient(NoticeDraft content, Party party) {
        return switch (party) {
            case PLATFORM -> MailAddress.in(content.platformContact());
            case HOLDER -> MailAddress.in(content.holderContact());
            case SELLER -> Optional.empty();
        };
    }
}
