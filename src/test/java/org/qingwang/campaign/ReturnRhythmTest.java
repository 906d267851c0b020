package org.qingwang.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** If this fails, a day of a campaign is reported on twice or not at all. */
class ReturnRhythmTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void everyDayOfACampaignLiesInOnePeriodAndTheLastPeriodEndsWithIt() {
        for (int days = 0; days < 40; days++) {
            LocalDate last = MONDAY.plusDays(days);
            List<ReturnRhythm.Period> periods = all(new ReturnRhythm(MONDAY, MONDAY, last, DayOfWeek.FRIDAY));
            LocalDate next = MONDAY;
            for (ReturnRhythm.Period period : periods) {
                assertThat(period.from()).isEqualTo(next);
                assertThat(period.end()).isAfterOrEqualTo(period.from());
                next = period.end().plusDays(1);
            }
            assertThat(next).as("days reported on, last day " + last).isEqualTo(last.plusDays(1));
        }
    }

    @Test
    void aCampaignLaunchedLateIsNotAskedForWeeksBeforeItsLaunch() {
        ReturnRhythm rhythm =
                new ReturnRhythm(MONDAY, LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 30), DayOfWeek.FRIDAY);
        assertThat(all(rhythm))
                .containsExactly(
                        new ReturnRhythm.Period(MONDAY, LocalDate.of(2026, 11, 20)),
                        new ReturnRhythm.Period(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 27)),
                        new ReturnRhythm.Period(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 30)));
    }

    private static List<ReturnRhythm.Period> all(ReturnRhythm rhythm) {
        List<ReturnRhythm.Period> periods = new ArrayList<>();
        Optional<ReturnRhythm.Period> next = rhythm.after(null);
        while (next.isPresent()) {
            periods.add(next.get());
            next = rhythm.after(next.get().end());
        }
        return periods;
    }
}
