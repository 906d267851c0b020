package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.HEAD;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.CaseService;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.PenaltyExecution;
import org.qingwang.commerce.PublishedElsewhere;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, nobody in a seller's own province reads that it was punished, or everybody reads what is secret. */
@QingwangTest
class PublicationTest {

    private static final Actor GUANGDONG = SignIn.officer("commerce-440000");

    @Autowired
    Investigator investigator;

    @Autowired
    CommerceService commerce;

    @Autowired
    PenaltyExecution execution;

    @Autowired
    CaseService cases;

    @Autowired
    StatutoryClocks clocks;

    @Test
    void aSellerFromAnotherProvinceIsPublishedThereInTenDaysAndTen() {
        String caseNo = paid("440300");
        assertThat(clocks.open(caseNo, PenaltyExecution.PUSH_CLOCK)).isPresent();
        assertThat(cases.maySee(GUANGDONG, caseNo)).isFalse();
        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, pushed());

        assertThat(cases.find(caseNo).orElseThrow().isClosed())
                .as("our own work is done")
                .isTrue();
        assertThat(clock(caseNo, PenaltyExecution.PUSH_CLOCK).metAt()).isNotNull();
        assertThat(cases.maySee(GUANGDONG, caseNo)).isTrue();
        assertThat(investigator.task(caseNo, "Task_PublishReceived").getTenantId())
                .isEqualTo("commerce-440000");
        assertThat(clock(caseNo, PenaltyExecution.ELSEWHERE_CLOCK).state(Instant.now()))
                .as("goes on though the case is closed")
                .isEqualTo(StatutoryClock.State.RUNNING);
        assertThat(investigator
                        .task(caseNo, "Task_PublishReceived")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(clock(caseNo, PenaltyExecution.ELSEWHERE_CLOCK).dueAt());

        refused(
                "commerce.no-web-address",
                () -> publishThere(caseNo, Map.of("address", "on the wall", "publishedOn", investigator.day(0))));
        refused(
                "commerce.published-before-pushed",
                () -> publishThere(
                        caseNo, Map.of("address", "https://gd.example/1", "publishedOn", investigator.day(-1))));
        publishThere(caseNo, Map.of("address", "https://gd.example/1", "publishedOn", investigator.day(0)));
        assertThat(clock(caseNo, PenaltyExecution.ELSEWHERE_CLOCK).metAt()).isNotNull();

        PublishedElsewhere done = new PublishedElsewhere("https://gd.example/1", investigator.today());
        execution.publishElsewhere(caseNo, done, null);
        refused(
                "commerce.published-already",
                () -> execution.publishElsewhere(
                        caseNo, new PublishedElsewhere("https://gd.example/2", investigator.today()), null));
    }

    @Test
    void aSellerFromHereIsNeverPushed() {
        String caseNo = paid("330100");
        assertThat(clocks.of(caseNo)).noneMatch(clock -> clock.rule().id().equals(PenaltyExecution.PUSH_CLOCK));
        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, investigator.publication());
        refused(
                "commerce.nothing-pushed",
                () -> execution.publishElsewhere(
                        caseNo, new PublishedElsewhere("https://gd.example/1", investigator.today()), null));
    }

    @Test
    void nothingIsPublishedBeforeSecretsAndPersonalDataAreOut() {
        String caseNo = paid("330100");
        assertThatThrownBy(() -> investigator.submit(
                        caseNo, "Task_PublishDecision", OFFICER, with(investigator.publication(), "cleared", false)))
                .isInstanceOf(BadInput.class);
        investigator.submit(
                caseNo,
                "Task_PublishDecision",
                OFFICER,
                with(investigator.publication(), "leftOut", "Identity number and address of Wang Wu"));
        assertThat(commerce.dossierOf(caseNo).orElseThrow().publication().leftOut())
                .isEqualTo("Identity number and address of Wang Wu");
    }

    /** A case whose party is at home there, has paid, and is not published yet. */
    private String paid(String sellerRegion) {
        String caseNo =
                investigator.reviewed(investigator.filed(investigator.leading(sellerRegion)), investigator.findings());
        investigator.submit(caseNo, "Task_Decide", HEAD, investigator.penalty());
        investigator.submit(caseNo, "Task_ServeDecision", OFFICER, investigator.service());
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("168000.50", "R-1"));
        return caseNo;
    }

    private Map<String, Object> pushed() {
        return Map.of(
                "channel", "OTHER_PROVINCE", "region", "440000", "publishedOn", investigator.day(0), "cleared", true);
    }

    private void publishThere(String caseNo, Map<String, Object> form) {
        investigator.submit(caseNo, "Task_PublishReceived", GUANGDONG, form);
    }

    private static void refused(String messageKey, Runnable step) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    private StatutoryClock clock(String caseNo, String rule) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
