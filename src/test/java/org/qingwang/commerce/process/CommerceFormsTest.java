package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.LEGAL;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Dossier;
import org.qingwang.common.BadInput;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * What contradicts itself, the calendar or the law is refused in one sentence, in both languages, and nothing is kept of
 * it. If this fails, a decision is annulled for a slip of the pen.
 */
@QingwangTest
class CommerceFormsTest {

    @Autowired
    Investigator investigator;

    @Autowired
    CommerceService commerce;

    @Autowired
    MessageSource messages;

    @Test
    void aLeadCheck() {
        String caseNo = investigator.assigned();
        refused(
                caseNo,
                "Task_CheckLead",
                OFFICER,
                "checkedOn",
                "commerce.date-in-future",
                with(investigator.leadCheck(), "checkedOn", investigator.day(1)));
        assertThat(commerce.dossierOf(caseNo)).isEmpty();
    }

    @Test
    void aDecisionOnFiling() {
        String caseNo = investigator.assigned();
        investigator.submit(caseNo, "Task_CheckLead", OFFICER, investigator.leadCheck());
        Map<String, Object> good = investigator.filing();
        Refusals filing = new Refusals(caseNo, "Task_DecideFiling", HEAD, good);
        filing.of("secondHandler", "commerce.two-officers", "secondHandler", "li lei ");
        filing.of("reason", "commerce.filing-needs-reason", "decision", "NOT_FILE");
        filing.of("reason", "commerce.filing-needs-reason", "decision", "RETURN");
    }

    @Test
    void theHeadWhoDoesNotFollowTheOfficerSaysWhy() {
        String caseNo = investigator.assigned();
        investigator.submit(caseNo, "Task_CheckLead", OFFICER, with(investigator.leadCheck(), "result", "NOT_FILE"));
        refused(caseNo, "Task_DecideFiling", HEAD, "reason", "commerce.filing-needs-reason", investigator.filing());
    }

    @Test
    void findings() {
        Refusals findings = new Refusals(investigator.filed(), "Task_GatherEvidence", OFFICER, investigator.findings());
        String tomorrow = investigator.day(1);
        findings.of("conductTo", "commerce.date-in-future", "conductTo", tomorrow);
        findings.of("conductTo", "commerce.conduct-ends-before-it-starts", "conductTo", investigator.day(-61));
        findings.of("conductTo", "law.fines.no-version", "conductFrom", "2012-01-01", "conductTo", "2013-01-01");
        findings.of("inspectedOn", "commerce.date-in-future", "inspectedOn", tomorrow);
        findings.of("secondOfficer", "commerce.two-officers", "secondOfficer", "Li Lei 330101");
        findings.of("identifiedOn", "commerce.date-in-future", "identifiedOn", tomorrow);
        findings.of("soldQuantity", "commerce.value-without-goods", "soldQuantity", "0");
        findings.of("unsoldQuantity", "commerce.value-without-goods", "unsoldQuantity", "0");
        findings.of("valuation", "commerce.how-were-unsold-goods-valued", "valuation", null);
        findings.of("seizedOn", "commerce.date-in-future", "seizedOn", tomorrow);
        findings.of("seizedQuantity", "commerce.seized-more-than-found", "seizedQuantity", "301");
        // 5 x 80,000 = 400,000
        findings.of("proposedFine", "commerce.fine-outside-range", "proposedFine", "400000.01");
        findings.of("proposal", "commerce.stop-only-needs-innocent-seller", "proposal", "STOP_ONLY");
        findings.of("proposal", "commerce.genuine-goods-are-not-punished", "identification", "GENUINE");
    }

    /** The conduct lies between 60 and 3 days ago. A penalty for using a mark that nobody owned would fall in court. */
    @Test
    void aMarkThatHadEndedOrWasNotRegisteredYetIsNotPenalised() {
        new Refusals(investigator.filedAboutMark(-400, -4), "Task_GatherEvidence", OFFICER, investigator.findings())
                .of("conductTo", "commerce.mark-had-ended");
        new Refusals(investigator.filedAboutMark(-59, 400), "Task_GatherEvidence", OFFICER, investigator.findings())
                .of("conductFrom", "commerce.mark-not-yet-registered");
    }

    @Test
    void aMarkThatStoodOnEveryDayOfTheConductIsPenalisedAndAnEndedOneDismissed() {
        String stood = investigator.filedAboutMark(-60, -3);
        investigator.submit(stood, "Task_GatherEvidence", OFFICER, investigator.findings());
        assertThat(investigator.task(stood, "Task_LegalReview")).isNotNull();

        String ended = investigator.filedAboutMark(-400, -4);
        Map<String, Object> dismissal = with(investigator.findings(), "proposal", "DISMISSED", "proposedFine", null);
        investigator.submit(ended, "Task_GatherEvidence", OFFICER, dismissal);
        assertThat(investigator.task(ended, "Task_LegalReview")).isNotNull();
    }

    @Test
    void findingsOnAnInnocentSeller() {
        Refusals findings =
                new Refusals(investigator.filed(), "Task_GatherEvidence", OFFICER, investigator.innocentFindings());
        findings.of("innocentSeller", "commerce.only-a-seller-is-innocent", "infringement", "MAKING_MARKS");
        findings.of("innocentSeller", "commerce.innocent-and-heavier", "serious", true, "seriousReason", "Medicine");
        findings.of(
                "innocentSeller", "commerce.innocent-and-heavier", "repeated", true, "earlierDecisionNo", "ZJ-2024-1");
        findings.of("proposal", "commerce.innocent-seller-only-stops", "proposal", "PENALTY", "proposedFine", "1");
    }

    @Test
    void aLegalReview() {
        String caseNo = investigator.investigated(investigator.findings());
        new Refusals(caseNo, "Task_LegalReview", LEGAL, investigator.review())
                .of("points", "commerce.review-incomplete", "points", List.of("FACTS", "LAW"));
    }

    @Test
    void nobodyReviewsTheOwnWork() {
        String caseNo = investigator.filed();
        Set<String> groups = new HashSet<>(OFFICER.groups());
        groups.addAll(LEGAL.groups());
        Actor both = new Actor(OFFICER.userId(), "Both", OFFICER.home(), groups);
        investigator.submit(caseNo, "Task_GatherEvidence", OFFICER, investigator.findings());
        refused(caseNo, "Task_LegalReview", both, "", "commerce.review-of-own-work", investigator.review());
    }

    @Test
    void aDecision() {
        Refusals decision = new Refusals(
                investigator.reviewed(investigator.findings()), "Task_Decide", HEAD, investigator.penalty());
        decision.of("decidedOn", "commerce.date-in-future", "decidedOn", investigator.day(1));
        decision.of("decidedOn", "commerce.decided-before-filed", "decidedOn", investigator.day(-1));
        decision.of("fine", "commerce.fine-outside-range", "fine", "400000.01");
        decision.of(
                "fine",
                "commerce.penalty-without-content",
                "fine",
                "0",
                "confiscatedGains",
                null,
                "confiscatedQuantity",
                null,
                "confiscatedValue",
                null);
        decision.of("confiscatedGains", "commerce.confiscated-more-gains-than-made", "confiscatedGains", "8000.51");
        decision.of("confiscatedQuantity", "commerce.confiscated-more-than-found", "confiscatedQuantity", "301");
        decision.of("confiscatedQuantity", "commerce.value-without-goods", "confiscatedQuantity", null);
        decision.of("fine", "commerce.heavier-than-told", "fine", "160000.01");
        decision.of("collective", "commerce.collective-amount", "collective", false, "collectiveRecord", null);
        decision.of("decision", "commerce.stop-only-needs-innocent-seller", "decision", "STOP_ONLY");
    }

    @Test
    void aDecisionOnAnInnocentSellerCannotFine() {
        String caseNo = investigator.reviewed(investigator.innocentFindings());
        refused(caseNo, "Task_Decide", HEAD, "decision", "commerce.innocent-seller-only-stops", investigator.penalty());
    }

    @Test
    void aLightFineForARepeatedInfringementNeedsAReason() {
        Map<String, Object> repeated = with(
                investigator.findings(), "repeated", true, "earlierDecisionNo", "ZJ-2024-1", "proposedFine", "280000");
        String caseNo = investigator.reviewed(repeated);
        // 70 % of 400,000 is 280,000
        refused(
                caseNo,
                "Task_Decide",
                HEAD,
                "lighterReason",
                "commerce.lighter-needs-reason",
                with(investigator.penalty(), "fine", "279999.99"));
        investigator.submit(
                caseNo,
                "Task_Decide",
                HEAD,
                with(investigator.penalty(), "fine", "279999.99", "lighterReason", "Gave up the supplier"));
        assertThat(commerce.dossierOf(caseNo).orElseThrow().decision().range().heavierFrom())
                .isEqualTo("280000.00");
    }

    @Test
    void service() {
        String caseNo = investigator.decided(investigator.findings(), investigator.penalty());
        Refusals service = new Refusals(caseNo, "Task_ServeDecision", OFFICER, investigator.service());
        service.of("servedOn", "commerce.date-in-future", "servedOn", investigator.day(1));
        service.of("servedOn", "commerce.served-before-decided", "servedOn", investigator.day(-1));
        service.of("note", "commerce.service-needs-proof", "method", "MAIL");
        service.of("note", "commerce.service-needs-proof", "method", "LEFT_AT_PLACE");
        Refusals notice = new Refusals(caseNo, "Task_ServeDecision", OFFICER, investigator.publicNotice(0));
        notice.of("noticedOn", "commerce.date-in-future", "noticedOn", investigator.day(1));
        notice.of("noticedOn", "commerce.served-before-decided", "noticedOn", investigator.day(-1));
        notice.of("note", "commerce.service-needs-proof", "note", null);
    }

    @Test
    void aPayment() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        Refusals payment =
                new Refusals(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("168000.50", "R-1"));
        payment.of("amount", "commerce.paid-more-than-due", "amount", "168000.51");
        payment.of("remainder", "commerce.what-about-the-rest", "amount", "168000.49");
        payment.of("amount", "commerce.nothing-paid", "amount", "0", "remainder", "AWAITED");
        payment.of("remainder", "commerce.enforcement-too-early", "amount", "0", "remainder", "ENFORCEMENT");
        payment.of("note", "commerce.set-off-needs-judgment", "amount", "0", "remainder", "SET_OFF");
        payment.of("paidOn", "commerce.date-in-future", "paidOn", investigator.day(1));
        payment.of("paidOn", "commerce.paid-before-decided", "paidOn", investigator.day(-1));
        investigator.submit(
                caseNo,
                "Task_RecordPayment",
                OFFICER,
                with(investigator.payment("1000", "R-1"), "remainder", "AWAITED"));
        payment.of("receiptNo", "commerce.receipt-twice", "amount", "167000.50");
    }

    @Test
    void aPublication() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        Refusals publication = new Refusals(caseNo, "Task_PublishDecision", OFFICER, investigator.publication());
        publication.of("publishedOn", "commerce.date-in-future", "publishedOn", investigator.day(1));
        publication.of("publishedOn", "commerce.published-before-decided", "publishedOn", investigator.day(-1));
        publication.of("region", "commerce.pushed-to-itself", "channel", "OTHER_PROVINCE", "region", "330000");
        publication.of("address", "commerce.no-web-address", "address", "on the wall of the office");
    }

    /** The good form of one task, to be spoiled in one way after the other. */
    private final class Refusals {

        private final String caseNo;
        private final String task;
        private final Actor actor;
        private final Map<String, Object> good;

        Refusals(String caseNo, String task, Actor actor, Map<String, Object> good) {
            this.caseNo = caseNo;
            this.task = task;
            this.actor = actor;
            this.good = good;
        }

        void of(String field, String messageKey, Object... changes) {
            refused(caseNo, task, actor, field, messageKey, with(good, changes));
        }
    }

    private void refused(
            String caseNo, String task, Actor actor, String field, String messageKey, Map<String, Object> form) {
        Dossier before = commerce.dossierOf(caseNo).orElse(null);
        assertThatThrownBy(() -> investigator.submit(caseNo, task, actor, form))
                .as(task + " with " + messageKey)
                .isInstanceOfSatisfying(BadInput.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo(messageKey);
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(sentence(refusal, Locale.ENGLISH)).endsWith(".").doesNotContain("{");
                    assertThat(sentence(refusal, Locale.CHINESE)).endsWith("。").doesNotContain("{");
                });
        assertThat(commerce.dossierOf(caseNo).orElse(null)).isEqualTo(before);
        assertThat(investigator.task(caseNo, task)).isNotNull();
    }

    private String sentence(BadInput refusal, Locale locale) {
        return messages.getMessage(refusal.messageKey(), refusal.arguments(), locale);
    }
}
