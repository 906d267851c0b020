package org.qingwang.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.qingwang.common.BadInput;
import org.qingwang.common.DisplayName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps files that were sent ahead of what they belong to, so that nobody has to choose them again because a field beside
 * them was wrong. They are no evidence yet: nobody else sees them, and they can be removed. Who may have them is for the
 * caller to know, who names their holder.
 */
@Service
@Transactional
public class HoldingService {

    /** The largest file taken from somebody without an account, in megabytes. */
    public static final int MOST_MEGABYTES = 20;

    /** Files held together, in number and in megabytes. */
    public static final int MOST_FILES = 10;

    private static final int MOST_MEGABYTES_TOGETHER = 80;
    private static final long MEGABYTE = 1024L * 1024;

    private final HeldFiles files;
    private final VirusScanner scanner;
    private final Clock clock;

    HoldingService(HeldFiles files, VirusScanner scanner, Clock clock) {
        this.files = files;
        this.scanner = scanner;
        this.clock = clock;
    }

    /**
     * Takes files: each that can be evidence. One whose content is held already is not held again.
     *
     * @return why the others were not taken
     */
    public List<BadInput> hold(String holder, List<Incoming> sent) {
        List<BadInput> refused = new ArrayList<>();
        for (Incoming file : sent) {
            try {
                hold(holder, file);
            } catch (BadInput refusal) {
                refused.add(refusal);
            }
        }
        return refused;
    }

    private void hold(String holder, Incoming sent) {
        HeldFile file = examined(sent);
        List<HeldFile> held = files.of(holder);
        if (held.stream().anyMatch(other -> other.sha256().equals(file.sha256()))) {
            return;
        }
        long together = held.stream().mapToLong(HeldFile::bytes).sum() + file.bytes();
        if (held.size() >= MOST_FILES || together > MOST_MEGABYTES_TOGETHER * MEGABYTE) {
            throw new BadInput("file", "evidence.held.full", file.name(), MOST_FILES, MOST_MEGABYTES_TOGETHER);
        }
        files.insert(holder, file).ifPresent(id -> write(id, sent));
    }

    /** Files held, first sent first. */
    @Transactional(readOnly = true)
    public List<HeldFile> of(String holder) {
        return files.of(holder);
    }

    /** Removes one of the holder's files. Nothing happens if it is not among them. */
    public void remove(String holder, long id) {
        files.remove(holder, id);
    }

    /** Removes all of them. */
    public void forget(String holder) {
        files.removeAll(holder);
    }

    /**
     * Removes what was held too long.
     *
     * @param kind how the names of the holders begin
     */
    public void forgetOlder(String kind, Instant before) {
        files.removeOlder(kind, before);
    }

    /** The files, to be received as evidence in the same transaction. */
    @Transactional(readOnly = true)
    public List<Incoming> incoming(String holder) {
        return files.of(holder).stream()
                .map(file -> new Incoming(file.name(), () -> files.pieces().read(file.id())))
                .toList();
    }

    private HeldFile examined(Incoming sent) {
        String name = DisplayName.of(sent.sentName());
        try {
            Examination content = Examination.of(sent.content(), MOST_MEGABYTES * MEGABYTE);
            if (content.bytes() == 0) {
                throw new BadInput("file", "evidence.refused.empty", name);
            }
            if (content.bytes() > MOST_MEGABYTES * MEGABYTE) {
                throw new BadInput("file", "evidence.refused.too-large", name, MOST_MEGABYTES);
            }
            FileType type = FileSniffer.typeOf(name, content, sent.content());
            scanner.check(name, sent.content());
            String sha256 = HexFormat.of().formatHex(content.sha256());
            return new HeldFile(0, name, type, content.bytes(), sha256, clock.instant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(long id, Incoming sent) {
        try (InputStream content = sent.content().getInputStream()) {
            files.pieces().write(id, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
