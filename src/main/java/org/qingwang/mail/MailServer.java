package org.qingwang.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands a mail to the mail server, if one is configured ({@code SPRING_MAIL_HOST}). */
@Component
class MailServer {

    private final JavaMailSender sender;
    private final String from;
    private final Clock clock;

    @Autowired
    MailServer(
            ObjectProvider<JavaMailSender> sender,
            @Value("${qingwang.mail.from:Qingwang 清网 <qingwang@localhost>}") String from,
            Clock clock) {
        this(sender.getIfAvailable(), from, clock);
    }

    MailServer(JavaMailSender sender, String from, Clock clock) {
        this.sender = sender;
        this.from = from;
        this.clock = clock;
    }

    boolean isConfigured() {
        return sender != null;
    }

    /** Sends a mail and says what the server answered; throws nothing that the server or the way to it causes. */
    ServerAnswer send(Mail mail) {
        if (sender == null) {
            return ServerAnswer.NOBODY_THERE;
        }
        try {
            sender.send(message(mail));
            return ServerAnswer.TAKEN;
        } catch (MailException | MessagingException e) {
            return ServerAnswer.of(e);
        }
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        InternetAddress from = from();
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Message-ID", messageId(mail, from));
        message.setHeader("Content-Language", mail.language() == null ? "en, zh" : mail.language());
        // Nobody's notice of absence answers it (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private InternetAddress from() throws MessagingException {
        InternetAddress[] written = InternetAddress.parse(this.from);
        InternetAddress address = written[0];
        try {
            return new InternetAddress(address.getAddress(), address.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
    }

    /** The same for every try, so that a mailbox that has the mail already knows it again. */
    private static String messageId(Mail mail, InternetAddress from) {
        String address = from.getAddress();
        return "<" + mail.messageId() + address.substring(address.lastIndexOf('@')) + ">";
    }
}
