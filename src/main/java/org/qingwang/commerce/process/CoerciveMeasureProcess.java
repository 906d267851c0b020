package org.qingwang.commerce.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code coercive-measure} carries. */
@Component
class CoerciveMeasureProcess implements ProcessContract {

    static final String KEY = "coercive-measure";

    /** Message that says that the case was decided or closed. */
    static final String CASE_ENDED = "CaseEnded";

    /** Number of the measure. */
    static final String MEASURE_NO = "measureNo";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Who investigates, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code MeasureKind}. */
    static final String KIND = "kind";

    /** Whether it was carried out before the head could approve. */
    static final String URGENT = "urgent";

    /** Name of the {@code Approval.Decision}. */
    static final String DECISION = "decision";

    /** Whether goods are still under it. */
    static final String HELD = "held";

    /** Whether goods have to be given back. */
    static final String GIVE_BACK = "giveBack";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(MEASURE_NO, CASE_NO, JURISDICTION, KIND, URGENT, DECISION, HELD, GIVE_BACK);
    }
}
