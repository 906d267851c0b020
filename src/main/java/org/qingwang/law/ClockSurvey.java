package org.qingwang.law;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All statutory clocks of a database that is small: a rehearsal's. */
@Service
public class ClockSurvey {

    private final ClockRows table;

    ClockSurvey(ClockRows table) {
        this.table = table;
    }

    /** @return every clock that ever ran, by id */
    @Transactional(readOnly = true)
    public List<StatutoryClock> all() {
        return table.all();
    }
}
