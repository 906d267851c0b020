package org.qingwang.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The mailbox into which mail comes back, read by IMAP if one is configured ({@code QINGWANG_MAIL_INBOX_HOST}). */
@Component
class InboxServer {

    /** Reports that quote a whole mail of ours stay far below; what is larger is not even fetched. */
    static final int LARGEST = 1024 * 1024;

    /** How many messages are read over one connection. */
    static final int BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(InboxServer.class);
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    private final String host;
    private final int port;
    private final String username;
    private final String password;
    private final String folder;
    private final boolean tls;

    @Autowired
    InboxServer(
            @Value("${qingwang.mail.inbox.host:}") String host,
            @Value("${qingwang.mail.inbox.port:993}") int port,
            @Value("${qingwang.mail.inbox.username:}") String username,
            @Value("${qingwang.mail.inbox.password:}") String password,
            @Value("${qingwang.mail.inbox.folder:INBOX}") String folder,
            @Value("${qingwang.mail.inbox.tls:true}") boolean tls) {
        this.host = host;
        this.port = port;
        this.username = username;
        this.password = password;
        this.folder = folder;
        this.tls = tls;
    }

    /** Takes what stands in the mailbox, message by message. */
    interface Reader {

        /** @param report empty for a message that is none */
        void read(long uid, Optional<DeliveryReport> report);
    }

    /** How far the mailbox was read; the validity says which numbering the number belongs to. */
    record Position(long validity, long uid) {}

    boolean isConfigured() {
        return StringUtils.hasText(host);
    }

    /** Names the mailbox for people and in the table. */
    String name() {
        return username + " · " + host + " · " + folder;
    }

    /**
     * Reads what came after a position, at most {@link #BATCH} messages. The mailbox is not changed by it.
     *
     * @return the position afterwards
     */
    Position readAfter(Position before, Reader reader) throws MessagingException {
        String protocol = tls ? "imaps" : "imap";
        Session session = Session.getInstance(properties(protocol));
        try (Store store = session.getStore(protocol)) {
            store.connect(host, port, username, password);
            try (Folder open = store.getFolder(folder)) {
                open.open(Folder.READ_ONLY);
                return read(session, open, before, reader);
            }
        }
    }

    private static Position read(Session session, Folder open, Position before, Reader reader)
            throws MessagingException {
        UIDFolder numbered = (UIDFolder) open;
        long validity = numbered.getUIDValidity();
        long last = validity == before.validity() ? before.uid() : 0;
        Message[] found = numbered.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        Message[] batch = Arrays.copyOf(found, Math.min(found.length, BATCH));
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        sizes.add(UIDFolder.FetchProfileItem.UID);
        open.fetch(batch, sizes);
        for (Message message : batch) {
            long uid = numbered.getUID(message);
            // Asked for what comes after the last one, a server answers with the last one.
            if (uid > last) {
                reader.read(uid, report(session, message, uid));
                last = uid;
            }
        }
        return new Position(validity, last);
    }

    /** A message nobody can read must not keep us from the one behind it. */
    private static Optional<DeliveryReport> report(Session session, Message message, long uid)
            throws MessagingException {
        if (message.getSize() > LARGEST) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            message.writeTo(new Limited(whole));
        } catch (IOException | MessagingException e) {
            if (!message.getFolder().isOpen()) {
                throw new MessagingException("the connection was lost", e);
            }
            LOG.info(
                    "returned mail: message {} cannot be read: {}",
                    uid,
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
        return DeliveryReport.of(new MimeMessage(session, new ByteArrayInputStream(whole.toByteArray())));
    }

    private Properties properties(String protocol) {
        Properties properties = new Properties();
        String start = "mail." + protocol + ".";
        properties.setProperty(start + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(start + "timeout", ANSWER_MILLIS);
        properties.setProperty(start + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(start + "ssl.checkserveridentity", "true");
        properties.setProperty(start + "starttls.enable", "true");
        // Reading a message must not mark it as read: it is somebody's mailbox.
        properties.setProperty(start + "peek", "true");
        return properties;
    }

    /** The size a server tells may be wrong. */
    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream target;

        private Limited(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (target.size() + length > LARGEST) {
                throw new IOException("larger than its server said");
            }
            target.write(bytes, from, length);
        }
    }
}
