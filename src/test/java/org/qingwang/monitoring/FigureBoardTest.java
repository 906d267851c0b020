package org.qingwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several machines may watch one installation; its database must not feel it. */
class FigureBoardTest {

    private final MovedClock clock = new MovedClock();
    private final List<Figure> figures = new ArrayList<>();
    private int asked;

    private final FigureBoard board = new FigureBoard(List.of(this::figures), clock);

    @Test
    void theDatabaseIsAskedOnceInAQuarterOfAMinute() {
        figures.add(tasks("commerce-330000", 3));
        assertThat(board.text()).contains("qingwang_tasks_open{agency=\"commerce\",region=\"330000\"} 3.0");

        figures.set(0, tasks("commerce-330000", 5));
        clock.now = clock.now.plusSeconds(14);
        assertThat(board.text()).contains("} 3.0");
        assertThat(asked).isEqualTo(1);

        clock.now = clock.now.plusSeconds(1);
        assertThat(board.text()).contains("qingwang_tasks_open{agency=\"commerce\",region=\"330000\"} 5.0");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whatIsNoLongerThereIsNoLongerTold() {
        figures.add(tasks("commerce-330000", 3));
        figures.add(Figure.of("qingwang.incidents.open", "Incidents", Map.of("kind", "failedJob"), 1));
        assertThat(board.text()).contains("qingwang_incidents_open{");

        figures.clear();
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(board.text()).doesNotContain("qingwang_incidents_open{").doesNotContain("qingwang_tasks_open{");
    }

    @Test
    void whatIsCountedSinceTheStartGrows() {
        figures.add(Figure.total("qingwang.engine.work", "Work", Map.of("kind", "job-failed"), 2));
        assertThat(board.text()).contains("qingwang_engine_work_total{kind=\"job-failed\"} 2.0");

        figures.set(0, Figure.total("qingwang.engine.work", "Work", Map.of("kind", "job-failed"), 7));
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(board.text()).contains("qingwang_engine_work_total{kind=\"job-failed\"} 7.0");
    }

    @Test
    void whatBelongsToNoJurisdictionIsTheOffices() {
        assertThat(Figure.labelsOf(null)).containsEntry("agency", "office");
    }

    private static Figure tasks(String jurisdiction, double open) {
        return Figure.of("qingwang.tasks.open", "Open tasks", Figure.labelsOf(jurisdiction), open);
    }

    private List<Figure> figures() {
        asked++;
        return List.copyOf(figures);
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
