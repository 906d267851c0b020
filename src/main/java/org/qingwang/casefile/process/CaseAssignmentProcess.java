package org.qingwang.casefile.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code case-assignment} carries. */
@Component
public class CaseAssignmentProcess implements ProcessContract {

    public static final String KEY = "case-assignment";

    /** Number of the case; also the business key. */
    public static final String CASE_NO = "caseNo";

    /** Who decides; once decided, who leads, as {@code Jurisdiction.id()}. */
    public static final String JURISDICTION = "jurisdiction";

    /** Key of the lead agency. */
    public static final String AGENCY = "agency";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, JURISDICTION, AGENCY);
    }
}
