package org.qingwang.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.Bilingual;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.rehearsal.Practice;
import org.qingwang.rehearsal.Span;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, more and more officers are tried where nothing waits for them. */
@QingwangTest
class CounterTest {

    private static final Instant FRIDAY = WorkingHours.opening(LocalDate.parse("2026-03-06"));
    private static final Instant SATURDAY = FRIDAY.plus(Duration.ofDays(1));
    private static final Instant MONDAY = FRIDAY.plus(Duration.ofDays(3));

    @Autowired
    WorkingCalendar calendar;

    @Test
    void whatIsAnsweredAtTheWeekendAndBegunOnMondayHasNotWaited() {
        Counter counter = new Counter("commerce-330000", 1, new WorkingHours(calendar, 7), FRIDAY);
        counter.lay(paper("a", SATURDAY));

        counter.takeUp(MONDAY, MONDAY.plus(Duration.ofHours(1)));

        assertThat(counter.line(Duration.ofHours(7)).waitedMinutes()).isZero();
    }

    @Test
    void whatIsBegunAfterAnotherHasWaitedSoLong() {
        Counter counter = new Counter("commerce-330000", 1, new WorkingHours(calendar, 7), FRIDAY);
        counter.lay(paper("a", FRIDAY));
        counter.lay(paper("b", FRIDAY));

        counter.takeUp(FRIDAY, FRIDAY.plus(Duration.ofHours(1)));

        assertThat(counter.line(Duration.ofHours(7)).waitedMinutes())
                .as("30 minutes, as long as the first takes")
                .isEqualTo(30);
        assertThat(counter.finished(FRIDAY.plus(Duration.ofHours(1)))).hasSize(2);
    }

    private static Paper paper(String name, Instant ready) {
        Arrival arrival =
                new Arrival(name, Jurisdiction.parse("commerce-330000"), FRIDAY, List.of(), Practice.broughtAlong());
        Practice.Step step =
                new Practice.Step(new Bilingual("Step", "步骤"), "Task_X", new Span(30, 30), null, null, Map.of());
        return new Paper("task-" + name, arrival, "step", step, "commerce-330000", MONDAY, FRIDAY, ready, 30);
    }
}
