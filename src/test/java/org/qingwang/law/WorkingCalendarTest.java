package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.common.BadInput;

/** If days are counted wrongly, an agency loses a case for being late, or a party loses days the law gives it. */
class WorkingCalendarTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(Law.shipped());

    /**
     * Derived by hand from the State Council's notices. 2026: off 15 to 23 February, 25 to 27 September and 1 to 7
     * October; worked Sunday 4 January, Saturdays 14 and 28 February, Saturday 9 May, Sunday 20 September, Saturday 10
     * October. 2011: off 2 to 8 February, worked Sunday 30 January and Saturday 12 February.
     */
    @ParameterizedTest(name = "{1} working days after {0}: {2}")
    @CsvSource(textBlock = """
            # Spring Festival. Fri 13 (1), Sat 14 make-up (2), 15-23 off, Tue 24 (3)
            2026-02-12, 3, 2026-02-24
            # Sat 14 make-up (1), Tue 24 (2), 25 (3), 26 (4), 27 (5), Sat 28 make-up (6), Sun off, Mon 2 March (7)
            2026-02-13, 7, 2026-03-02
            # the event on a day off: Tue 24 is day one
            2026-02-18, 1, 2026-02-24
            # National Day. Thu 8 (1), Fri 9 (2), Sat 10 make-up (3), Sun off, Mon 12 (4), Tue 13 (5)
            2026-09-30, 5, 2026-10-13
            # Sat off, Sun 20 make-up (1), 21-24 (2-5), 25-27 off, 28-30 (6-8), 1-7 off, 8 (9), 9 (10), Sat 10 (11), 12-15 (12-15)
            2026-09-18, 15, 2026-10-15
            # Labour Day. 1-5 off, Wed 6 (1), 7 (2), 8 (3)
            2026-04-30, 3, 2026-05-08
            # Fri 8 (1), Sat 9 make-up (2), Mon 11 (3)
            2026-05-07, 3, 2026-05-11
            # Year end. 15-19 (1-5), 22-26 (6-10), 29-31 (11-13), 1-3 off, Sun 4 make-up (14), 5-9 (15-19), Mon 12 (20)
            2025-12-12, 20, 2026-01-12
            # an ordinary week: Mon 9 to Fri 13 (1-5), Mon 16 (6), Tue 17 (7)
            2026-11-08, 7, 2026-11-17
            # the symposium of the first campaign: Tue 1 (1), 2-8 off, Wed 9 (2), Thu 10 (3)
            2011-01-31, 3, 2011-02-10
            """)
    void countsOnlyDaysOnWhichOfficesWork(LocalDate event, int days, LocalDate last) {
        assertThat(CALENDAR.afterWorkingDays(event, days)).isEqualTo(last);
    }

    @ParameterizedTest(name = "{1} days after {0}: {2}")
    @CsvSource(textBlock = """
            # 20 September + 15 = 5 October, off until 7: Thu 8
            2026-09-20, 15, 2026-10-08
            # 13 days of November, 31, 31, 15 of February = 90: Sun 15 February, off until 23: Tue 24
            2025-11-17, 90, 2026-02-24
            # 16 days of January + 14 = Sat 14 February, a make-up day: stays
            2026-01-15, 30, 2026-02-14
            # 16 days of December + 14 = Wed 14 January
            2025-12-15, 30, 2026-01-14
            # 31 December + 1 = New Year's Day, off until 3; Sun 4 January is a make-up day
            2025-12-31, 1, 2026-01-04
            # an ordinary Saturday, 14 November, moves to Mon 16
            2026-10-30, 15, 2026-11-16
            # 7 days of November, 31, 31, 21 of February = 90: Sun 21 February 2027: Mon 22
            2026-11-23, 90, 2027-02-22
            """)
    void movesTheEndOfCalendarDaysOffADayOff(LocalDate event, int days, LocalDate last) {
        assertThat(CALENDAR.afterCalendarDays(event, days)).isEqualTo(last);
    }

    @Test
    void aDayBeginsAndEndsInChinaWhereverTheServerStands() {
        // 17:00 UTC on 2 March is 01:00 on 3 March in China
        assertThat(WorkingCalendar.dateOf(Instant.parse("2026-03-02T17:00:00Z")))
                .isEqualTo("2026-03-03");
        assertThat(WorkingCalendar.endOf(LocalDate.of(2026, 3, 3))).isEqualTo(Instant.parse("2026-03-03T15:59:59Z"));
    }

    @Test
    void anUnknownYearIsRefusedAndTheFileToAddIsNamed() {
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(2041, 5, 6)))
                .isInstanceOfSatisfying(BadInput.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("law.calendar.unknown-year");
                    assertThat(refusal.arguments()).containsExactly("2041", "calendar/2041.yaml");
                });
    }

    @Test
    void aYearWithoutTheNoticeIsProvisional() {
        assertThat(CALENDAR.isProvisional(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 12, 31)))
                .isFalse();
        assertThat(CALENDAR.isProvisional(LocalDate.of(2026, 11, 22), LocalDate.of(2027, 1, 1)))
                .isTrue();
    }

    /**
     * The moon's festivals of the provisional year, against an independent lunar calendar. Not Spring Festival: the new
     * moon of 6 February 2027 falls at 15:56 UTC, four minutes before midnight in China, which that calendar's rounder
     * astronomy puts into the next day.
     */
    @ParameterizedTest
    @CsvSource({"2027-06-09, 5, 5", "2027-09-15, 8, 15"})
    void theProvisionalYearKnowsTheMoonsFestivals(LocalDate day, int month, int dayOfMonth) {
        ChineseCalendar moon = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
        moon.setTimeInMillis(
                day.atTime(12, 0).atZone(WorkingCalendar.ZONE).toInstant().toEpochMilli());
        assertThat(moon.get(ChineseCalendar.MONTH) + 1).isEqualTo(month);
        assertThat(moon.get(ChineseCalendar.DAY_OF_MONTH)).isEqualTo(dayOfMonth);
        assertThat(CALENDAR.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020,
                2021, 2022, 2023, 2024, 2025, 2026, 2027
            })
    void everyYearSinceTheFirstCampaignIsKnownAndSound(int year) {
        CalendarYear file = LawFiles.calendar(year, null).orElseThrow();
        assertThat(file.year()).isEqualTo(year);
        assertThat(file.makeUpDays())
                .allMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        Set<LocalDate> both = new HashSet<>(file.daysOff());
        both.retainAll(file.makeUpDays());
        assertThat(both).isEmpty();
        assertThat(file.daysOff()).contains(LocalDate.of(year, 5, 1), LocalDate.of(year, 10, 1));
    }
}
