package org.qingwang.platform;

import java.time.Clock;
import java.time.LocalDate;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/** Starts the periods of notices. */
@Component
class NoticeClocks {

    private final StatutoryClocks clocks;
    private final Clock time;

    NoticeClocks(StatutoryClocks clocks, Clock time) {
        this.clocks = clocks;
        this.time = time;
    }

    /** @param event the day it began; null for now */
    StatutoryClock start(PlatformNotice notice, String rule, LocalDate event) {
        ClockStart start =
                ClockStart.of(notice.noticeNo(), rule).by(notice.jurisdiction()).inCase(notice.caseNo());
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        return clocks.start(event == null || event.equals(today) ? start : start.on(event));
    }
}
