package org.qingwang.cooperation.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the processes {@code case-assistance} and {@code competence-dispute} carry; everything else is in their tables. */
@Configuration(proxyBeanMethods = false)
class CooperationProcesses {

    static final String ASSISTANCE = "case-assistance";

    static final String DISPUTE = "competence-dispute";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Number of the request for assistance, by which its clocks run. */
    static final String ASSISTANCE_NO = "assistanceNo";

    /** Number of the dispute, by which its clocks run. */
    static final String DISPUTE_NO = "disputeNo";

    /** Who is asked, as {@code Jurisdiction.id()}; the intake where nobody is. */
    static final String JURISDICTION = "jurisdiction";

    /** Whether another agency is asked for its view. */
    static final String TO_BE_ASKED = "toBeAsked";

    /** What the head answered. */
    static final String DECISION = "decision";

    private record Contract(String processKey, Set<String> variables) implements ProcessContract {}

    @Bean
    ProcessContract caseAssistanceContract() {
        return new Contract(ASSISTANCE, Set.of(CASE_NO, ASSISTANCE_NO, JURISDICTION, DECISION));
    }

    @Bean
    ProcessContract competenceDisputeContract() {
        return new Contract(DISPUTE, Set.of(CASE_NO, DISPUTE_NO, JURISDICTION, TO_BE_ASKED, DECISION));
    }
}
