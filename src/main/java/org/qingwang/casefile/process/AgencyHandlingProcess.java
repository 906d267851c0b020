package org.qingwang.casefile.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code agency-handling} carries. */
@Component
public class AgencyHandlingProcess implements ProcessContract {

    public static final String KEY = "agency-handling";

    /** Number of the case; also the business key. */
    public static final String CASE_NO = "caseNo";

    /** Who works the case, as {@code Jurisdiction.id()}. */
    public static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code CaseOutcome}, or {@link #NOT_COMPETENT}. */
    public static final String OUTCOME = "outcome";

    /** Value of {@link #OUTCOME}, and code of the error with which the process ends, when the case is handed back. */
    public static final String NOT_COMPETENT = "NOT_COMPETENT";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, JURISDICTION, OUTCOME);
    }
}
