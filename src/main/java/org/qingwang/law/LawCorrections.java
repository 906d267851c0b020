package org.qingwang.law;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.DisplayName;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Corrects the law while it is in use. An administrator gives a file and a reason, sees which open clocks it would move,
 * and confirms exactly that: has anything changed in the meantime, it is shown again. A rule the file does not name stays
 * as it is.
 */
@Service
public class LawCorrections {

    private static final int PAGE = 500;
    private static final String CALENDAR_CONFIRMED = "working calendar confirmed · 工作日历已确认";
    private static final int LONGEST_REASON = 2000;

    /** So long another node may have counted clocks by the law of before. */
    private static final Duration CATCH_UP = Duration.ofMinutes(2);

    private final Law law;
    private final LawRevisions table;
    private final ClockRows clocks;
    private final ClockChanges changes;
    private final AuditLog audit;
    private final Clock time;

    LawCorrections(Law law, LawRevisions table, ClockRows clocks, ClockChanges changes, AuditLog audit, Clock time) {
        this.law = law;
        this.table = table;
        this.clocks = clocks;
        this.changes = changes;
        this.audit = audit;
        this.time = time;
    }

    /** Whether somebody may correct the law. */
    public boolean mayCorrect(Actor actor) {
        return actor.isAdministrator();
    }

    /**
     * Keeps a corrected file to be looked at. Nothing changes yet.
     *
     * @param sentName the file's name as the browser sent it
     * @return the draft, to be shown and confirmed
     * @throws LawFileRefused if the file is not sound
     * @throws BadInput if there is no reason, the file changes nothing, or a running clock began when the corrected rule
     *     is not in force yet
     */
    @Transactional
    public UUID draft(String sentName, byte[] content, String reason) {
        requireAdministrator();
        law.refresh();
        String said = reason(reason);
        String text = text(DisplayName.of(sentName), content);
        LawFile file = LawFileReader.readUploaded(DisplayName.of(sentName), text);
        if (LawChange.between(law.current(), file).isEmpty()) {
            throw new BadInput("file", "law.correction.nothing", file.name());
        }
        LawDraft draft = new LawDraft(
                UUID.randomUUID(),
                file.name(),
                text,
                sha256(text),
                said,
                Actors.current().userId(),
                time.instant(),
                null);
        preview(draft, false);
        table.addDraft(draft);
        return draft.id();
    }

    /**
     * What a draft would do now.
     *
     * @throws BadInput if there is no such draft
     */
    @Transactional(readOnly = true)
    public LawPreview preview(UUID id) {
        requireAdministrator();
        law.refresh();
        return preview(draftOf(id), false);
    }

    private LawPreview preview(LawDraft draft, boolean lock) {
        LawFile file = LawFileReader.read(draft.file(), draft.content());
        LawBook next = law.next(file);
        LawChange change = LawChange.between(law.current(), file);
        List<LawPreview.RuleChange> rules = change.rules().stream()
                .map(rule -> new LawPreview.RuleChange(
                        rule,
                        law.current().rules().getOrDefault(rule, List.of()),
                        next.rules().get(rule)))
                .toList();
        List<ClockMove> moves = draft.revision() == null ? moves(change, next, lock) : List.of();
        return new LawPreview(
                draft.id(), draft.file(), draft.reason(), rules, moves, digest(draft, moves), draft.revision());
    }

    private List<ClockMove> moves(LawChange change, LawBook next, boolean lock) {
        ClockCounter counter = new ClockCounter(next);
        List<ClockMove> moves = new ArrayList<>();
        eachTouched(change, next.revision(), lock, clock -> {
            Instant to = changes.recounted(counter, clock).dueAt();
            if (!to.equals(clock.dueAt())) {
                moves.add(new ClockMove(clock, to));
            }
        });
        return moves;
    }

    private void eachTouched(LawChange change, int revision, boolean lock, Consumer<StatutoryClock> work) {
        if (change.isEmpty()) {
            return;
        }
        long after = 0;
        List<StatutoryClock> page;
        do {
            page = clocks.touchedBy(change, revision, after, PAGE, lock);
            page.forEach(work);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    private String digest(LawDraft draft, List<ClockMove> moves) {
        StringBuilder said = new StringBuilder(draft.sha256())
                .append('\n')
                .append(law.current().revision());
        moves.forEach(move -> said.append('\n')
                .append(move.clock().id())
                .append(' ')
                .append(move.from())
                .append(' ')
                .append(move.to()));
        return sha256(said.toString());
    }

    /**
     * Takes the draft: from now on it is the law on every node, and the clocks its preview named move.
     *
     * @param digest of the preview that was looked at
     * @return number of the revision
     * @throws BadInput if the preview no longer holds
     */
    @Transactional
    public int confirm(UUID id, String digest) {
        requireAdministrator();
        table.lock();
        law.refresh();
        LawDraft draft = draftOf(id);
        if (draft.revision() != null) {
            return draft.revision();
        }
        LawPreview preview = preview(draft, true);
        if (!preview.digest().equals(digest)) {
            throw new BadInput("", "law.correction.changed");
        }
        LawFile file = LawFileReader.read(draft.file(), draft.content());
        LawBook next = law.next(file);
        Actor by = Actors.current();
        table.add(new LawRevision(
                next.revision(),
                draft.file(),
                draft.content(),
                draft.sha256(),
                draft.reason(),
                by.userId(),
                by.name(),
                time.instant(),
                preview.moves().size()));
        table.setConfirmed(id, next.revision());
        move(LawChange.between(law.current(), file), next, draft.reason());
        record(preview, draft, next.revision());
        refreshAfterCommit();
        return next.revision();
    }

    private void move(LawChange change, LawBook next, String reason) {
        ClockCounter counter = new ClockCounter(next);
        eachTouched(change, next.revision(), true, clock -> changes.correct(counter, clock, reason));
    }

    private void record(LawPreview preview, LawDraft draft, int revision) {
        audit.record(AuditEntry.of(
                        "law.corrected",
                        "law",
                        draft.file(),
                        Map.of(
                                "revision", revision,
                                "sha256", draft.sha256(),
                                "rules",
                                        preview.changes().stream()
                                                .map(LawPreview.RuleChange::id)
                                                .toList(),
                                "moved", preview.moves().size()))
                .withReason(draft.reason()));
    }

    /** Not before: until then another transaction must not count by a law that may still be rolled back. */
    private void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                law.refresh();
            }
        });
    }

    /** Counts anew what a node that did not know of a correction yet has counted in the last moments. */
    @Transactional
    public void catchUp() {
        law.refresh();
        Instant since = time.instant().minus(CATCH_UP);
        for (LawRevision revision : table.enteredSince(since)) {
            LawFile file = LawFileReader.read(revision.file(), revision.content());
            LawChange change = LawChange.between(law.before(revision.number()), file);
            ClockCounter counter = new ClockCounter(law.current());
            eachTouched(change, revision.number(), true, clock -> changes.correct(counter, clock, revision.reason()));
        }
    }

    /**
     * Counts anew what rests on a calendar that was not confirmed then and is now: the operator's folder may have the
     * State Council's notice since the last start.
     */
    @Transactional
    public void settleProvisional() {
        ClockCounter counter = new ClockCounter(law.current());
        long after = 0;
        List<StatutoryClock> page;
        do {
            page = clocks.provisional(after, PAGE);
            page.stream()
                    .filter(clock -> !changes.recounted(counter, clock).provisional())
                    .forEach(clock -> changes.correct(counter, clock, CALENDAR_CONFIRMED));
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == PAGE);
    }

    /** @return corrected files, the newest first */
    @Transactional(readOnly = true)
    public List<LawRevision> revisions() {
        List<LawRevision> newestFirst = new ArrayList<>(table.after(0));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private LawDraft draftOf(UUID id) {
        return table.draft(id).orElseThrow(() -> new BadInput("", "law.correction.unknown"));
    }

    private void requireAdministrator() {
        if (!mayCorrect(Actors.current())) {
            throw new NotAllowed("correcting the law");
        }
    }

    private static String reason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new BadInput("reason", "law.correction.reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new BadInput("reason", "law.correction.reason-long", LONGEST_REASON);
        }
        return reason.strip();
    }

    private static String text(String name, byte[] content) {
        if (content.length > LawYaml.MOST_BYTES) {
            throw new BadInput("file", "law.file.too-large", name, String.valueOf(LawYaml.MOST_BYTES / 1000));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new BadInput("file", "law.file.not-utf8", name);
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInput("file", "law.file.not-utf8", name);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
