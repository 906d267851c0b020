package org.qingwang.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.DisplayName;
import org.qingwang.common.NotAllowed;
import org.qingwang.evidence.CustodyEvent.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps evidence: receives files, hands them out, and remembers who had them. Every method throws {@link NotAllowed} for
 * whoever may not see the case or complaint, also where it does not exist.
 */
@Service
@Transactional
public class EvidenceService {

    /** The largest file taken, in megabytes of 1,048,576 bytes. */
    public static final int MOST_MEGABYTES = 100;

    /** Files of one case or complaint. More are a matter of a disk and a delivery note. */
    public static final int MOST_FILES = 500;

    /** Files received together. */
    public static final int MOST_FILES_AT_ONCE = 20;

    private static final int LONGEST_TEXT = 1_000;
    private static final int LINKS_SHOWN = 200;

    private final EvidenceFiles files;
    private final Custody custody;
    private final ObjectProvider<EvidenceAccess> access;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final VirusScanner scanner;
    private final Clock clock;

    EvidenceService(
            EvidenceFiles files,
            Custody custody,
            ObjectProvider<EvidenceAccess> access,
            AuditLog audit,
            ApplicationEventPublisher events,
            VirusScanner scanner,
            Clock clock) {
        this.files = files;
        this.custody = custody;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.scanner = scanner;
        this.clock = clock;
    }

    /** Evidence of a case or complaint, first received first. */
    @Transactional(readOnly = true)
    public List<EvidenceFile> list(Subject subject) {
        requireMaySee(subject);
        return files.of(subject);
    }

    /**
     * Receives files: all of them, or none if one is refused. A file whose content the case has already is not received
     * again; its first entry stands.
     *
     * @param note what the officer says about them, or null
     * @return the files in the order sent
     * @throws BadInput if there is none or one too many, one is too large, of a kind that is not taken, or pretends to be
     *     another kind, or the virus scanner objects
     */
    public List<EvidenceFile> store(Subject subject, List<Incoming> incoming, String note) {
        requireMaySee(subject);
        if (incoming.isEmpty() || incoming.size() > MOST_FILES_AT_ONCE) {
            throw new BadInput("file", "evidence.refused.count", MOST_FILES_AT_ONCE);
        }
        if (files.count(subject, Instant.EPOCH) + incoming.size() > MOST_FILES) {
            throw new BadInput("file", "evidence.refused.full", MOST_FILES);
        }
        String remark = text("note", note);
        List<EvidenceFile> stored =
                incoming.stream().map(file -> store(subject, file, remark)).toList();
        events.publishEvent(new EvidenceReceived(subject));
        return stored;
    }

    /** How many files have come in since then. Tells no more than that, and so asks nobody's rights. */
    @Transactional(readOnly = true)
    public int receivedSince(Subject subject, Instant since) {
        return files.count(subject, since);
    }

    private EvidenceFile store(Subject subject, Incoming incoming, String note) {
        EvidenceFile file = examined(subject, incoming, note);
        Optional<Long> id = files.insert(file);
        if (id.isEmpty()) {
            return files.find(subject, file.sha256()).orElseThrow();
        }
        write(id.get(), incoming, file.sha256());
        EvidenceFile received = files.find(id.get()).orElseThrow();
        remember(received, Kind.RECEIVED, null);
        return received;
    }

    private EvidenceFile examined(Subject subject, Incoming incoming, String note) {
        String name = DisplayName.of(incoming.sentName());
        Actor actor = Actors.current();
        try {
            Examination content = Examination.of(incoming.content(), MOST_MEGABYTES * 1024L * 1024);
            if (content.bytes() == 0) {
                throw new BadInput("file", "evidence.refused.empty", name);
            }
            if (content.bytes() > MOST_MEGABYTES * 1024L * 1024) {
                throw new BadInput("file", "evidence.refused.too-large", name, MOST_MEGABYTES);
            }
            FileType type = FileSniffer.typeOf(name, content, incoming.content());
            boolean scanned = scanner.check(name, incoming.content());
            return new EvidenceFile(
                    0,
                    subject,
                    name,
                    type,
                    content.bytes(),
                    HexFormat.of().formatHex(content.sha256()),
                    note,
                    clock.instant(),
                    actor.userId(),
                    actor.name(),
                    scanned);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(long id, Incoming incoming, String sha256) {
        MessageDigest digest = Examination.sha256Digest();
        try (InputStream content = new DigestInputStream(incoming.content().getInputStream(), digest)) {
            files.pieces().write(id, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new IllegalStateException("the file changed while it was being received");
        }
    }

    /** @throws NotAllowed if there is no such file, or the actor may not see what it is about */
    @Transactional(readOnly = true)
    public EvidenceFile find(long id) {
        EvidenceFile file = files.find(id).orElseThrow(() -> new NotAllowed("evidence " + id + ", which is not there"));
        requireMaySee(file.subject());
        return file;
    }

    /** The chain of custody of a file, newest link first; the 200 newest of a longer one. */
    @Transactional(readOnly = true)
    public List<CustodyEvent> custodyOf(long id) {
        find(id);
        return custody.newestOf(id, LINKS_SHOWN);
    }

    /**
     * Remembers that the current actor takes a file. Call it before {@link #copy}, and let its transaction end: what has
     * been sent cannot be called back.
     *
     * @param viewed whether the file is shown on the screen rather than taken away
     */
    public EvidenceFile handOut(long id, boolean viewed) {
        EvidenceFile file = find(id);
        remember(file, viewed ? Kind.VIEWED : Kind.DOWNLOADED, null);
        return file;
    }

    /**
     * Remembers that a file was passed on to somebody outside.
     *
     * @param recipient who received it, in words
     */
    public void handOver(long id, String recipient) {
        EvidenceFile file = find(id);
        String who = text("recipient", recipient);
        if (who == null) {
            throw new BadInput("recipient", "evidence.refused.recipient");
        }
        remember(file, Kind.HANDED_OVER, who);
    }

    /**
     * Copies a file's content, holding one piece of a megabyte in memory and no database connection while the receiver is
     * slow. The last piece is sent only if the digest is still the one of receipt.
     *
     * @throws IllegalStateException if the content is not what was received; the copy is then incomplete
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void copy(EvidenceFile file, OutputStream to) throws IOException {
        requireMaySee(file.subject());
        MessageDigest digest = Examination.sha256Digest();
        int position = 0;
        Optional<byte[]> piece = files.pieces().at(file.id(), position);
        while (piece.isPresent()) {
            digest.update(piece.get());
            Optional<byte[]> next = files.pieces().at(file.id(), ++position);
            if (next.isEmpty() && !HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
                throw new IllegalStateException("evidence " + file.id() + " is not what was received");
            }
            to.write(piece.get());
            piece = next;
        }
    }

    private void remember(EvidenceFile file, Kind kind, String detail) {
        custody.add(file.id(), kind, clock.instant(), Actors.current(), detail);
        Map<String, Object> what = new LinkedHashMap<>();
        what.put(file.subject().type().key(), file.subject().number());
        what.put("name", file.name());
        what.put("sha256", file.sha256());
        if (detail != null) {
            what.put("recipient", detail);
        }
        String action = "evidence." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        audit.record(AuditEntry.of(action, "evidence", Long.toString(file.id()), what));
    }

    private void requireMaySee(Subject subject) {
        boolean allowed = access.stream()
                .filter(one -> one.type() == subject.type())
                .anyMatch(one -> one.maySee(Actors.current(), subject.number()));
        if (!allowed) {
            throw new NotAllowed("evidence of " + subject.type().key() + " " + subject.number());
        }
    }

    private static String text(String field, String value) {
        String text = value == null ? "" : value.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new BadInput(field, "evidence.refused.text", LONGEST_TEXT);
        }
        return text.isEmpty() ? null : text;
    }
}
