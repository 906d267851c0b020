package org.qingwang.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.Assignment;
import org.qingwang.casefile.CaseClosed;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.casefile.Competence;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that is retried after a crash must not count twice: no second case, no second assignment, no second letter. */
@QingwangTest
class CaseTwiceTest {

    private static final Jurisdiction COMMERCE = Jurisdiction.parse("commerce-330000");

    @Autowired
    CaseService cases;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    CaseStories stories;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    RuntimeService runtime;

    @Test
    void aComplaintOpensOneCaseAndOneProcess() {
        String receiptNo = stories.complain("commerce-330000", Map.of("sellerRegion", "330100"));
        String caseNo = cases.openFor(receiptNo);
        assertThat(cases.openFor(receiptNo)).isEqualTo(caseNo);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .processDefinitionKey(CasefileProcess.KEY)
                        .count())
                .isEqualTo(1);
        assertThat(cases.complaintsOf(caseNo)).containsExactly(receiptNo);
    }

    @Test
    void twoComplaintsAboutOneMatterOpenedAtTheSameMomentShareACase() {
        Map<String, ?> matter = matter();
        String first = stories.complain("commerce-330000", matter);
        String second = stories.complain("commerce-330000", matter);
        CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> cases.openFor(first));
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> cases.openFor(second));
        assertThat(one.join()).isEqualTo(other.join());
        assertThat(cases.complaintsOf(one.join())).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void joiningTwiceLeavesOneComplaintMore() {
        String caseNo = open();
        String receiptNo = stories.complain("commerce-330000", Map.of());
        cases.join(caseNo, receiptNo);
        int entries = timeline.of(caseNo).size();
        cases.join(caseNo, receiptNo);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        assertThat(cases.complaintsOf(caseNo)).hasSize(2);
    }

    @Test
    void aComplaintBelongsToOneCaseOnly() {
        String receiptNo = cases.complaintsOf(open()).get(0);
        String other = open();
        assertThatThrownBy(() -> cases.join(other, receiptNo))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("casefile.already-in-case"));
    }

    @Test
    void nobodyJoinsAClosedCase() {
        String caseNo = open();
        cases.recordOutcome(caseNo, CaseResult.of(CaseOutcome.DISMISSED, "no infringement"));
        cases.close(caseNo);
        String receiptNo = stories.complain("commerce-330000", Map.of());
        assertThatThrownBy(() -> cases.join(caseNo, receiptNo)).isInstanceOf(CaseClosed.class);
    }

    @Test
    void competenceIsProposedOnceWhileNothingChanges() {
        String caseNo = open();
        int entries = timeline.of(caseNo).size();
        Competence again = cases.proposeCompetence(caseNo);
        assertThat(cases.competenceOf(caseNo)).contains(again);
        assertThat(timeline.of(caseNo)).hasSize(entries);
    }

    @Test
    void assigningDecliningRecordingClosingAndTellingTwiceChangeNothingTheSecondTime() {
        String caseNo = open();
        Assignment assignment = new Assignment(COMMERCE, List.of(), null, "form:1");
        twice(caseNo, () -> cases.assign(caseNo, assignment));
        twice(caseNo, () -> cases.decline(caseNo, COMMERCE, "another authority's matter"));
        twice(caseNo, () -> cases.recordOutcome(caseNo, CaseResult.of(CaseOutcome.TRANSFERRED, "handed over")));
        twice(caseNo, () -> cases.close(caseNo));
        twice(caseNo, () -> cases.tellComplainants(caseNo));
        assertThat(stories.noticesOfClosing(caseNo)).hasSize(1);
    }

    @Test
    void noClockOfAClosedCaseIsLeftToBeMissed() {
        String caseNo = open();
        cases.recordOutcome(caseNo, CaseResult.of(CaseOutcome.DISMISSED, "no infringement"));
        clocks.due(caseNo, "commerce.publication", COMMERCE);
        twice(caseNo, () -> cases.close(caseNo));
        assertThat(clocks.open(caseNo, "commerce.publication")).isEmpty();
        assertThat(clocks.of(caseNo))
                .filteredOn(clock -> clock.rule().id().equals("commerce.publication"))
                .hasSize(1);
    }

    @Test
    void aCaseWithoutAnOutcomeIsNotClosed() {
        String caseNo = open();
        assertThatThrownBy(() -> cases.close(caseNo)).isInstanceOf(IllegalStateException.class);
        assertThat(cases.find(caseNo).orElseThrow().isClosed()).isFalse();
    }

    private void twice(String caseNo, Runnable useCase) {
        useCase.run();
        int entries = timeline.of(caseNo).size();
        int agencies = cases.agenciesOf(caseNo).size();
        useCase.run();
        assertThat(timeline.of(caseNo)).hasSize(entries);
        assertThat(cases.agenciesOf(caseNo)).hasSize(agencies);
    }

    private String open() {
        return stories.open("commerce-330000", Map.of("sellerRegion", "330100"));
    }

    /** A seller, listing and mark that two complaints share. */
    private static Map<String, ?> matter() {
        String own = UUID.randomUUID().toString();
        return Map.of(
                "sellerName", "Seller " + own,
                "sellerRegion", "330100",
                "listing", "https://shop.example/" + own,
                "right", "Brand " + own);
    }
}
