package org.qingwang.law;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.qingwang.common.BadInput;

/**
 * The years of the working calendar: those an administrator entered, then the files of the operator's folder, then the
 * files this product brings. A year nobody has is refused, never guessed.
 */
final class CalendarYears {

    private final Map<Integer, CalendarYear> entered;
    private final Path folder;
    private final Map<Integer, CalendarYear> fromFiles;

    /** @param folder the operator's own calendar files, or null */
    CalendarYears(Path folder) {
        this(Map.of(), folder, new ConcurrentHashMap<>());
    }

    private CalendarYears(Map<Integer, CalendarYear> entered, Path folder, Map<Integer, CalendarYear> fromFiles) {
        this.entered = entered;
        this.folder = folder;
        this.fromFiles = fromFiles;
    }

    /** @throws BadInput if nobody has the year; the sentence names the file to add */
    CalendarYear of(int year) {
        CalendarYear known = entered.get(year);
        return known != null ? known : fromFiles.computeIfAbsent(year, this::read);
    }

    Optional<CalendarYear> find(int year) {
        CalendarYear known = entered.get(year);
        return known == null ? LawFiles.calendar(year, folder) : Optional.of(known);
    }

    CalendarYears with(CalendarYear year) {
        Map<Integer, CalendarYear> more = new HashMap<>(entered);
        more.put(year.year(), year);
        return new CalendarYears(Map.copyOf(more), folder, fromFiles);
    }

    private CalendarYear read(int year) {
        return LawFiles.calendar(year, folder)
                .orElseThrow(() -> new BadInput(
                        "", "law.calendar.unknown-year", String.valueOf(year), "calendar/" + year + ".yaml"));
    }
}
