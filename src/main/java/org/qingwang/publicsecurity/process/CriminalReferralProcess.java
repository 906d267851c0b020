package org.qingwang.publicsecurity.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the process {@code criminal-referral} and the processes it calls carry. It belongs to no jurisdiction; what the
 * referring agency and the police do are called processes, each in the tenant of the side that does it.
 */
@Configuration(proxyBeanMethods = false)
class CriminalReferralProcess {

    static final String KEY = "criminal-referral";

    /** Number of the case; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Number of the referral, by which its clocks run. */
    static final String REFERRAL_NO = "referralNo";

    /** Who refers, as {@code Jurisdiction.id()}. */
    static final String REFERRER = "referrer";

    /** The police that have the referral, as {@code Jurisdiction.id()}. */
    static final String POLICE = "police";

    /** In a called process: the side that works it, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code Answer} of the last step. */
    static final String ANSWER = "answer";

    /** What one contract says. */
    private record Contract(String processKey, Set<String> variables) implements ProcessContract {}

    private static ProcessContract part(String key) {
        return new Contract(key, Set.of(CASE_NO, REFERRAL_NO, JURISDICTION, ANSWER));
    }

    @Bean
    ProcessContract criminalReferralContract() {
        return new Contract(KEY, Set.of(CASE_NO, REFERRAL_NO, REFERRER, POLICE, ANSWER));
    }

    @Bean
    ProcessContract referralReportContract() {
        return part("referral-report");
    }

    @Bean
    ProcessContract referralReviewContract() {
        return new Contract("referral-review", Set.of(CASE_NO, REFERRAL_NO, JURISDICTION, POLICE, ANSWER));
    }

    @Bean
    ProcessContract referralObjectionContract() {
        return part("referral-objection");
    }

    @Bean
    ProcessContract referralReconsiderationContract() {
        return part("referral-reconsideration");
    }

    @Bean
    ProcessContract referralSupervisionContract() {
        return part("referral-supervision");
    }

    @Bean
    ProcessContract referralArticlesContract() {
        return part("referral-articles");
    }

    @Bean
    ProcessContract policeInvestigationContract() {
        return part("police-investigation");
    }
}
