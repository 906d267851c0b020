package org.qingwang.publicsecurity.process;

import org.qingwang.publicsecurity.Answer;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.publicsecurity.ReferralStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forms of a referral that ask alike: which form answers which stage. */
@Configuration(proxyBeanMethods = false)
class ReferralForms {

    @Bean
    DecisionForm decideReferralForm(ReferralService referrals) {
        return new DecisionForm(referrals, "referral-report-decide-referral", ReferralStage.HEAD);
    }

    @Bean
    DecisionForm decideCriminalCaseForm(ReferralService referrals) {
        return new DecisionForm(referrals, "referral-review-decide-criminal-case", ReferralStage.POLICE);
    }

    @Bean
    DecisionForm answerRefusalForm(ReferralService referrals) {
        return new DecisionForm(referrals, "referral-objection-answer-refusal", ReferralStage.OBJECTION);
    }

    @Bean
    DecisionForm reconsiderForm(ReferralService referrals) {
        return new DecisionForm(referrals, "referral-reconsideration-reconsider", ReferralStage.RECONSIDERATION);
    }

    @Bean
    DecisionForm askSupervisionForm(ReferralService referrals) {
        return new DecisionForm(referrals, "referral-supervision-ask-supervision", ReferralStage.SUPERVISION_REQUEST);
    }

    @Bean
    DecisionForm recordSupervisionForm(ReferralService referrals) {
        return new DecisionForm(referrals, "referral-supervision-record-supervision", ReferralStage.SUPERVISION);
    }

    @Bean
    DecisionForm recordResultForm(ReferralService referrals) {
        return new DecisionForm(referrals, "police-investigation-record-result", ReferralStage.INVESTIGATION);
    }

    @Bean
    HandOverForm handOverArticlesForm(ReferralService referrals) {
        return new HandOverForm(
                referrals, "referral-articles-hand-over-articles", ReferralStage.ARTICLES, Answer.HANDED_OVER);
    }

    @Bean
    HandOverForm signForArticlesForm(ReferralService referrals) {
        return new HandOverForm(
                referrals, "police-investigation-sign-for-articles", ReferralStage.ARTICLES_RECEIPT, Answer.SIGNED);
    }
}
