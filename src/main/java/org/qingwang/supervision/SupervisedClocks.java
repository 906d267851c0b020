package org.qingwang.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qingwang.law.StatutoryClock;

/** What the open clocks of supervised cases say to whoever looks over them. */
record SupervisedClocks(List<StatutoryClock> open, Instant now) {

    /** @return how many are missed, by case */
    Map<String, Long> missed() {
        return open.stream()
                .filter(clock -> clock.state(now) == StatutoryClock.State.MISSED)
                .collect(Collectors.groupingBy(StatutoryClock::file, Collectors.counting()));
    }

    /** @return until when a report is due, by supervision */
    Map<String, Instant> reportsDue() {
        return open.stream()
                .filter(clock -> clock.rule().id().equals(SupervisionService.REPORT_CLOCK))
                .collect(Collectors.toMap(StatutoryClock::subject, StatutoryClock::dueAt));
    }
}
