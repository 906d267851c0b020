package org.qingwang.law;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The law in force, held in memory: the files this product brings and every corrected file since. Nothing is read from
 * the database when a case asks.
 */
@Component
public class Law {

    private final LawRevisions revisions;
    private volatile NavigableMap<Integer, LawBook> books = new TreeMap<>();

    /** @param folder the operator's own calendar files, or empty */
    @Autowired
    Law(LawRevisions revisions, @Value("${qingwang.calendar.directory:}") String folder) {
        this.revisions = revisions;
        add(LawFiles.shipped(folder.isBlank() ? null : Path.of(folder)));
        refresh();
    }

    private Law(LawBook only) {
        this.revisions = null;
        add(only);
    }

    /** The files this product brings, and nothing else. */
    static Law shipped() {
        return new Law(LawFiles.shipped(null));
    }

    static Law of(LawBook book) {
        return new Law(book);
    }

    LawBook current() {
        return books.lastEntry().getValue();
    }

    /** Takes over what was entered since, here or on another node. */
    void refresh() {
        List<LawRevision> newer = revisions.after(current().revision());
        for (LawRevision revision : newer) {
            add(current().with(revision.number(), LawFileReader.read(revision.file(), revision.content())));
        }
    }

    /** @return the book with a revision that is not taken yet */
    LawBook next(LawFile file) {
        LawBook now = current();
        return now.with(now.revision() + 1, file);
    }

    LawBook before(int revision) {
        return books.lowerEntry(revision).getValue();
    }

    private synchronized void add(LawBook book) {
        NavigableMap<Integer, LawBook> more = new TreeMap<>(books);
        more.putIfAbsent(book.revision(), book);
        books = more;
    }

    /** @return the version as it read when a clock was last counted, or the nearest there is */
    DeadlineRule asCounted(String id, LocalDate from, int revision) {
        if (revision > current().revision()) {
            refresh();
        }
        LawBook then = books.floorEntry(revision).getValue();
        return then.version(DeadlineRule.class, id, from)
                .or(() -> everInForce(DeadlineRule.class, id, from))
                .or(() -> current().find(DeadlineRule.class, id, from))
                .orElseThrow(() -> new IllegalStateException("no version of " + id + " from " + from));
    }

    /** @return a version that is or was in force, as the newest book that has it says */
    <R extends LawRule> Optional<R> everInForce(Class<R> kind, String id, LocalDate from) {
        return books.descendingMap().values().stream()
                .flatMap(book -> book.version(kind, id, from).stream())
                .findFirst();
    }
}
