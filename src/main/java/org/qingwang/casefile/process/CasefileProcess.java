package org.qingwang.casefile.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code casefile} carries. */
@Component
public class CasefileProcess implements ProcessContract {

    public static final String KEY = "casefile";

    /** Number of the case; also the business key. */
    public static final String CASE_NO = "caseNo";

    /** Who decides or works the case now, as {@code Jurisdiction.id()}. */
    public static final String JURISDICTION = "jurisdiction";

    /** Key of the lead agency. */
    public static final String AGENCY = "agency";

    /** Name of the {@code CaseOutcome} the agency's process ended with. */
    public static final String OUTCOME = "outcome";

    /** Number of a referral, in its own scope: a case may have several, one after the other. */
    public static final String REFERRAL_NO = "referralNo";

    /** Who refers, as {@code Jurisdiction.id()}; in the referral's scope. */
    public static final String REFERRER = "referrer";

    /** The police it goes to, as {@code Jurisdiction.id()}; in the referral's scope. */
    public static final String POLICE = "police";

    /** How the police's case ended: name of publicsecurity's {@code Answer}. */
    public static final String REFERRAL_ANSWER = "referralAnswer";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, JURISDICTION, AGENCY, OUTCOME, REFERRAL_ANSWER, REFERRAL_NO, REFERRER, POLICE);
    }
}
