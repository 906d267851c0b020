package org.qingwang.briefing.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code weekly-return} carries; everything else is in its tables. */
@Component
class WeeklyReturnProcess implements ProcessContract {

    /** Number of the return; also the business key. */
    static final String RETURN_NO = "returnNo";

    /** Whose return it is, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Account of the agency's liaison; null if it named none. */
    static final String LIAISON = "liaison";

    @Override
    public String processKey() {
        return "weekly-return";
    }

    @Override
    public Set<String> variables() {
        return Set.of(RETURN_NO, JURISDICTION, LIAISON);
    }
}
