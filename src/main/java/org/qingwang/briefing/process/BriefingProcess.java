package org.qingwang.briefing.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code briefing} carries; everything else is in its tables. */
@Component
class BriefingProcess implements ProcessContract {

    static final String KEY = "briefing";

    /** Number of the briefing; also the business key. */
    static final String BRIEFING_NO = "briefingNo";

    /** Whether the review approved it. */
    static final String APPROVED = "approved";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(BRIEFING_NO, APPROVED, WeeklyReturnProcess.RETURN_NO);
    }
}
