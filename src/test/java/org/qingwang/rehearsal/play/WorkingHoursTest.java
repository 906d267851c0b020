package org.qingwang.rehearsal.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, people of a rehearsal work on holidays. */
@QingwangTest
class WorkingHoursTest {

    @Autowired
    WorkingCalendar calendar;

    /** 5 April 2026 is Qingming: Saturday 4 to Monday 6 April are free. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00, 60,  2026-03-02T10:00",
        "2026-03-02T09:00, 420, 2026-03-02T16:00",
        "2026-03-02T15:00, 61,  2026-03-03T09:01",
        "2026-03-02T16:00, 10,  2026-03-03T09:10",
        "2026-03-02T07:00, 10,  2026-03-02T09:10",
        "2026-03-06T15:30, 60,  2026-03-09T09:30",
        "2026-04-03T15:00, 120, 2026-04-07T10:00",
        "2026-03-02T09:00, 900, 2026-03-04T10:00",
    })
    void workGoesOnTheNextWorkingDay(LocalDateTime begun, int minutes, LocalDateTime done) {
        assertThat(new WorkingHours(calendar, 7).after(at(begun), minutes)).isEqualTo(at(done));
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(WorkingCalendar.ZONE).toInstant();
    }
}
