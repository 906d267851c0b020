package org.qingwang.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.qingwang.agency.Actor;
import org.springframework.stereotype.Service;

/** Reads the audit and checks that nobody tampered with it. */
@Service
public class AuditService {

    private final AuditEntries entries;

    AuditService(AuditEntries entries) {
        this.entries = entries;
    }

    /** Whether somebody may read it: the campaign office, supervisors and administrators. */
    public static boolean isOpenTo(Actor reader) {
        return reader.seesEverything() || reader.isAdministrator();
    }

    /**
     * The newest entries about anything.
     *
     * @param before only entries before this place in the chain; {@link Long#MAX_VALUE} to begin with the newest
     */
    public List<RecordedEntry> newest(long before, int limit) {
        return entries.newestBefore(before, limit);
    }

    /**
     * The newest entries about one subject.
     *
     * @param before only entries before this place in the chain; {@link Long#MAX_VALUE} to begin with the newest
     */
    public List<RecordedEntry> about(String subjectType, String subjectId, long before, int limit) {
        return entries.newestAboutBefore(subjectType, subjectId, before, limit);
    }

    /** Place in the chain that divides what was recorded before a time from what came after. */
    public long placeOf(Instant time) {
        return entries.lastBefore(time).map(seq -> seq + 1).orElse(0L);
    }

    /** Place of the newest entry, 0 if there is none. */
    public long length() {
        return entries.head().map(AuditEntries.Head::seq).orElse(0L);
    }

    /** Walks the whole chain, as {@link #verify(LongConsumer)}. */
    public ChainReport verify() {
        return verify(checked -> {});
    }

    /**
     * Walks the whole chain in pages and without a transaction, so that neither memory nor the database suffers from its
     * length. Entries appended meanwhile are not part of the walk.
     *
     * @param progress told from time to time how many entries have been checked
     */
    public ChainReport verify(LongConsumer progress) {
        return new ChainWalk(entries, progress).walk();
    }
}
