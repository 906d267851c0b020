package org.qingwang.customs.process;

import java.util.Set;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.engine.ProcessContract;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** What the process {@code customs-detention} carries. */
@Component
class CustomsDetentionProcess implements ProcessContract {

    static final String KEY = "customs-detention";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Who works the case, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code Examination.Finding}. */
    static final String FINDING = "finding";

    /** Name of the {@code Route}; absent unless infringement is suspected. */
    static final String ROUTE = "route";

    /** Whether the goods may be detained. */
    static final String DETAINS = "detains";

    /** Name of the {@code Determination.Result}, or {@link #RELEASE}. */
    static final String DETERMINATION = "determination";

    /** Value of {@link #DETERMINATION} for every result that releases the goods. */
    static final String RELEASE = "RELEASE";

    /** Name of the {@code CourtRecord.Event}. */
    static final String COURT = "court";

    /** Name of the {@code Confiscation.Decision}. */
    static final String DECISION = "decision";

    /** Whether the goods were let go while the police have the case. */
    static final String AWAITS_POLICE = "awaitsPolice";

    /** Name of the {@code CaseOutcome}, handed to the case file. */
    static final String OUTCOME = "outcome";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                CASE_NO, JURISDICTION, FINDING, ROUTE, DETAINS, DETERMINATION, COURT, DECISION, AWAITS_POLICE, OUTCOME);
    }

    static String caseNo(Submission submission) {
        return submission.variable(CASE_NO);
    }

    static Jurisdiction jurisdiction(Submission submission) {
        return Jurisdiction.parse(submission.variable(JURISDICTION));
    }
}
