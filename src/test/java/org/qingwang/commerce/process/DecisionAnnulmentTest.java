package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.commerce.Annulment;
import org.qingwang.commerce.AnnulmentResult;
import org.qingwang.commerce.AnnulmentService;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.GoodsBack;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.commerce.Refund;
import org.qingwang.commerce.Withdrawal;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.Notice;
import org.qingwang.complaint.NoticeService;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.qingwang.support.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, somebody stays pilloried for a decision that no longer holds, or does not get the money back. */
@QingwangTest
class DecisionAnnulmentTest {

    @Autowired
    Investigator investigator;

    @Autowired
    AnnulmentService annulments;

    @Autowired
    CommerceService commerce;

    @Autowired
    CarryOutAnnulment carryOutAnnulment;

    @Autowired
    ReopenCase reopenCase;

    @Autowired
    CaseService cases;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    NoticeService notices;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    IdentityService identity;

    @LocalServerPort
    int port;

    @Test
    void whatWasPublishedIsWithdrawnInThreeDaysAndWhatWasPaidGoesBack() throws Exception {
        String caseNo = investigator.closed();
        begin(caseNo);
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, annulled());
        assertThat(investigator.open(caseNo))
                .containsExactly("Task_RecordRefund", "Task_ReturnConfiscated", "Task_WithdrawPublication");
        StatutoryClock withdrawal = clock(caseNo, AnnulmentService.WITHDRAWAL_CLOCK);
        assertThat(WorkingCalendar.dateOf(withdrawal.startedAt())).isEqualTo(investigator.today());
        assertThat(investigator
                        .task(caseNo, "Task_WithdrawPublication")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(withdrawal.dueAt());

        CaseFile file = cases.find(caseNo).orElseThrow();
        assertThat(file.result().outcome()).isEqualTo(CaseOutcome.ANNULLED);
        assertThat(file.result().fine()).isEqualByComparingTo("0");
        assertThat(told(caseNo)).contains(Notice.Event.OUTCOME_CORRECTED);

        // 160,000 of fine and 8,000.50 of gains had been paid
        assertThat(dossier(caseNo).settlement().refundable()).isEqualByComparingTo("168000.50");
        refused("commerce.refund-differs", () -> refund(caseNo, "160000"));
        refund(caseNo, "168000.50");
        refused("commerce.withdrawn-before-annulled", () -> withdraw(caseNo, investigator.day(-1)));
        withdraw(caseNo, investigator.day(0));
        assertThat(clock(caseNo, AnnulmentService.WITHDRAWAL_CLOCK).metAt()).isNotNull();
        giveBack(caseNo, "300");
        assertThat(clock(caseNo, AnnulmentService.GOODS_CLOCK).metAt()).isNotNull();
        assertThat(investigator.open(caseNo)).isEmpty();
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .get("/desk/cases/" + caseNo)
                        .body())
                .contains(
                        "Decision annulled",
                        "Judgment 7",
                        "Publication withdrawn on",
                        "receipt T-1",
                        "goods given back");

        Dossier before = dossier(caseNo);
        int entries = timeline.of(caseNo).size();
        annulments.begin(caseNo);
        annulments.record(caseNo, before.decision().annulment().annulment(), null);
        twice(carryOutAnnulment, caseNo);
        annulments.withdraw(caseNo, new Withdrawal(investigator.today(), "Notice of correction"), null);
        annulments.refund(caseNo, new Refund(new BigDecimal("168000.50"), investigator.today(), "T-1"), null);
        annulments.giveBack(caseNo, before.decision().annulment().goodsBack(), null);
        assertThat(dossier(caseNo)).isEqualTo(before);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        refused(
                "commerce.withdrawn-already",
                () -> annulments.withdraw(caseNo, new Withdrawal(investigator.today(), "again"), null));
        refused(
                "commerce.refunded-already",
                () -> annulments.refund(caseNo, new Refund(BigDecimal.TEN, investigator.today(), "T-2"), null));
    }

    @Test
    void whatIsNotPaidAndPublishedYetNeverIs() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        begin(caseNo);
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, annulled());
        assertThat(investigator.open(caseNo)).containsExactly("Task_ReturnConfiscated");
        CaseFile file = cases.find(caseNo).orElseThrow();
        assertThat(file.isClosed()).isTrue();
        assertThat(file.result().outcome()).isEqualTo(CaseOutcome.ANNULLED);
        assertThat(clocks.open(caseNo, PenaltyExecution.PAYMENT_CLOCK)).isEmpty();
        assertThat(clocks.open(caseNo, PenaltyExecution.PUBLICATION_CLOCK)).isEmpty();
    }

    @Test
    void aPartyThatAskedForTimeNeedsNoAnswerAnyMore() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        investigator.submit(
                caseNo,
                "Task_RecordPayment",
                OFFICER,
                with(investigator.payment("0", "A-1"), "remainder", "INSTALMENTS"));
        begin(caseNo);
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, annulled());
        assertThat(investigator.open(caseNo)).containsExactly("Task_ReturnConfiscated");
    }

    @Test
    void aFineMadeSmallerIsCollectedAsFarAsItIsLeft() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        begin(caseNo);
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, changed("50000", "0"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision", "Task_RecordPayment");
        assertThat(dossier(caseNo).settlement().outstanding()).isEqualByComparingTo("50000");
        assertThat(cases.find(caseNo).orElseThrow().result().fine()).isEqualByComparingTo("50000");
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("50000", "R-1"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision");
    }

    @Test
    void aFineOfWhichEnoughIsPaidAlreadyEndsTheCollection() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        investigator.submit(
                caseNo,
                "Task_RecordPayment",
                OFFICER,
                with(investigator.payment("60000", "R-1"), "remainder", "AWAITED"));
        begin(caseNo);
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, changed("50000", "0"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision", "Task_RecordRefund");
        refund(caseNo, "10000");
    }

    /** 300 pairs worth 60,000 yuan were confiscated; the court leaves 120 of them, so 180 go back. */
    @Test
    void goodsThatAChangedDecisionConfiscatesNoLongerGoBack() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        begin(caseNo);
        Map<String, Object> changed = with(changed("160000", "8000.50"), "newQuantity", "120", "newValue", "24000");
        refusedRecord(caseNo, "commerce.changed-to-more-goods", with(changed, "newQuantity", "300.01"));
        refusedRecord(caseNo, "commerce.changed-to-more-goods", with(changed, "newValue", "60000.01"));
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, changed);
        assertThat(investigator.open(caseNo))
                .containsExactly("Task_PublishDecision", "Task_RecordPayment", "Task_ReturnConfiscated");
        assertThat(cases.find(caseNo).orElseThrow().result().confiscated())
                .as("8,000.50 of gains and goods of 24,000")
                .isEqualByComparingTo("32000.50");
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .get("/desk/cases/" + caseNo)
                        .body())
                .contains("Confiscated goods that are left: 120", "Confiscated goods to be given back: 180");
        refused("commerce.more-back-than-confiscated", () -> giveBack(caseNo, "181"));
        giveBack(caseNo, "180");
        annulments.giveBack(caseNo, dossier(caseNo).decision().annulment().goodsBack(), null);
        assertThat(clock(caseNo, AnnulmentService.GOODS_CLOCK).metAt()).isNotNull();
        assertThat(investigator.open(caseNo)).containsExactly("Task_PublishDecision", "Task_RecordPayment");
    }

    @Test
    void whatHadBeenDestroyedIsPaidFor() {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        begin(caseNo);
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, annulled());
        refused("commerce.more-back-than-confiscated", () -> giveBack(caseNo, "301"));
        refused("commerce.what-about-other-goods", () -> giveBack(caseNo, "299"));
        Map<String, Object> partly = with(
                goodsBack("100"), "valuePaid", "40000", "receiptNo", "T-2", "note", "200 pairs destroyed in October");
        refused(
                "commerce.what-about-other-goods",
                () -> investigator.submit(caseNo, "Task_ReturnConfiscated", OFFICER, with(partly, "note", null)));
        refused(
                "commerce.goods-back-and-paid",
                () -> investigator.submit(caseNo, "Task_ReturnConfiscated", OFFICER, with(partly, "quantity", "300")));
        refused(
                "commerce.goods-back-before-annulled",
                () -> investigator.submit(
                        caseNo, "Task_ReturnConfiscated", OFFICER, with(partly, "returnedOn", investigator.day(-1))));
        investigator.submit(caseNo, "Task_ReturnConfiscated", OFFICER, partly);
        assertThat(investigator.open(caseNo)).isEmpty();
        assertThat(dossier(caseNo).decision().annulment().goodsBack().valuePaid())
                .isEqualByComparingTo("40000");
        refused(
                "commerce.no-goods-to-return",
                () -> annulments.giveBack(
                        caseNo, new GoodsBack(BigDecimal.ONE, investigator.today(), "Wang", null, null, null), null));
    }

    @Test
    void aNewDecisionBeginsTheCaseAnew() throws Exception {
        String caseNo = investigator.closed();
        begin(caseNo);
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, with(annulled(), "decideAnew", true));
        refund(caseNo, "168000.50");
        withdraw(caseNo, investigator.day(0));
        giveBack(caseNo, "300");
        assertThat(investigator.open(caseNo)).containsExactly("Task_ConfirmAssignment");
        assertThat(cases.find(caseNo).orElseThrow().isClosed()).isFalse();
        twice(reopenCase, caseNo);
        assertThat(investigator.open(caseNo)).containsExactly("Task_ConfirmAssignment");

        investigator.submit(caseNo, "Task_ConfirmAssignment", HEAD, Map.of("decision", "CONFIRM"));
        investigator.submit(
                caseNo,
                "Task_CheckLead",
                OFFICER,
                with(investigator.leadCheck(), "result", "NOT_FILE", "reason", "The goods are gone"));
        investigator.submit(
                caseNo, "Task_DecideFiling", HEAD, Map.of("decision", "NOT_FILE", "reason", "The goods are gone"));
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.NOT_FILED);
        assertThat(told(caseNo))
                .filteredOn(Notice.Event.OUTCOME_CORRECTED::equals)
                .hasSize(2);
    }

    @Test
    void aDecisionDeclaredUnlawfulStandsButIsNoLongerPublished() {
        String caseNo = investigator.closed();
        begin(caseNo);
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, with(annulled(), "result", "UNLAWFUL"));
        assertThat(investigator.open(caseNo)).containsExactly("Task_WithdrawPublication");
        assertThat(cases.find(caseNo).orElseThrow().result().outcome()).isEqualTo(CaseOutcome.PENALISED);
    }

    @Test
    void whoBeganItByMistakeLeavesNothingBehind() {
        String caseNo = investigator.closed();
        begin(caseNo);
        investigator.submit(
                caseNo, "Task_RecordAnnulment", OFFICER, Map.of("result", "NOTHING", "reason", "Wrong case"));
        assertThat(investigator.open(caseNo)).isEmpty();
        assertThat(dossier(caseNo).isAnnullable()).isTrue();
        begin(caseNo);
        assertThat(investigator.open(caseNo)).containsExactly("Task_RecordAnnulment");
    }

    @Test
    void whatContradictsTheDecisionIsRefused() {
        String caseNo = investigator.closed();
        begin(caseNo);
        refusedRecord(caseNo, "commerce.date-in-future", with(annulled(), "effectiveOn", investigator.day(1)));
        refusedRecord(
                caseNo, "commerce.annulled-before-decided", with(annulled(), "effectiveOn", investigator.day(-1)));
        refusedRecord(caseNo, "commerce.changed-to-more", changed("160000.01", "0"));
        refusedRecord(caseNo, "commerce.changed-nothing", changed("160000", "8000.50"));
        investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, annulled());
        refused(
                "commerce.annulled-already",
                () -> annulments.record(
                        caseNo,
                        new Annulment(
                                AnnulmentResult.UNLAWFUL,
                                Annulment.Ground.COURT,
                                "other",
                                investigator.today(),
                                null,
                                null,
                                null,
                                null,
                                false,
                                "other"),
                        null));
    }

    @Test
    void aCaseWithoutAServedPenaltyHasNothingToAnnul() {
        String decided = investigator.decided(investigator.findings(), investigator.penalty());
        refused("commerce.nothing-to-annul", () -> annulments.begin(decided));
        String stopped = investigator.served(investigator.innocentFindings(), investigator.decision("STOP_ONLY"));
        refused("commerce.nothing-to-annul", () -> annulments.begin(stopped));
    }

    @Test
    void theCasePageOffersItToTheLeadingAgencyAlone() {
        String caseNo = investigator.closed();
        String page = "/desk/cases/" + caseNo;
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get(page).body()).contains("The decision was annulled or changed");
        assertThat(HttpUser.signedIn(port, "supervisor").get(page).body())
                .doesNotContain("The decision was annulled or changed");
        assertThat(HttpUser.signedIn(port, "supervisor")
                        .post(page + "/annulment", Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(HttpUser.signedIn(port, "commerce-gd")
                        .post(page + "/annulment", Map.of())
                        .statusCode())
                .isEqualTo(404);
        officer.post(page + "/annulment", Map.of());
        officer.post(page + "/annulment", Map.of());
        assertThat(investigator.open(caseNo)).containsExactly("Task_RecordAnnulment");
        assertThat(officer.get(page).body()).doesNotContain("The decision was annulled or changed");
    }

    private void begin(String caseNo) {
        SignIn.as(identity, OFFICER, () -> {
            annulments.begin(caseNo);
            return null;
        });
    }

    private Map<String, Object> annulled() {
        Map<String, Object> form = new HashMap<>();
        form.put("result", "ANNULLED");
        form.put("ground", "COURT");
        form.put("documentNo", "Judgment 7");
        form.put("effectiveOn", investigator.day(0));
        form.put("reason", "The goods were not counterfeit");
        return form;
    }

    private Map<String, Object> changed(String fine, String gains) {
        return with(
                annulled(),
                "result",
                "CHANGED",
                "ground",
                "RECONSIDERATION",
                "newFine",
                fine,
                "newGains",
                gains,
                "newQuantity",
                "300",
                "newValue",
                "60000");
    }

    private void withdraw(String caseNo, String day) {
        investigator.submit(
                caseNo,
                "Task_WithdrawPublication",
                OFFICER,
                Map.of("withdrawnOn", day, "note", "Notice of correction"));
    }

    private void refund(String caseNo, String amount) {
        investigator.submit(
                caseNo,
                "Task_RecordRefund",
                OFFICER,
                Map.of("amount", amount, "refundedOn", investigator.day(0), "receiptNo", "T-1"));
    }

    private void giveBack(String caseNo, String quantity) {
        investigator.submit(caseNo, "Task_ReturnConfiscated", OFFICER, goodsBack(quantity));
    }

    private Map<String, Object> goodsBack(String quantity) {
        return Map.of("quantity", quantity, "returnedOn", investigator.day(0), "receivedBy", "Wang Wu");
    }

    private static void twice(JavaDelegate delegate, String caseNo) throws Exception {
        DelegateExecution step = Step.with("caseNo", caseNo);
        delegate.execute(step);
        delegate.execute(step);
    }

    private List<Notice.Event> told(String caseNo) {
        return cases.complaintsOf(caseNo).stream()
                .flatMap(receiptNo -> notices.of(receiptNo).stream())
                .map(Notice::event)
                .toList();
    }

    private void refusedRecord(String caseNo, String messageKey, Map<String, Object> form) {
        refused(messageKey, () -> investigator.submit(caseNo, "Task_RecordAnnulment", OFFICER, form));
    }

    private static void refused(String messageKey, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    private Dossier dossier(String caseNo) {
        return commerce.dossierOf(caseNo).orElseThrow();
    }

    private StatutoryClock clock(String caseNo, String rule) {
        List<StatutoryClock> all = clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .toList();
        return all.get(all.size() - 1);
    }
}
