package org.qingwang.cooperation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.cooperation.process.Cooperating.CUSTOMS;
import static org.qingwang.cooperation.process.Cooperating.GUANGDONG;
import static org.qingwang.cooperation.process.Cooperating.ZHEJIANG;
import static org.qingwang.cooperation.process.Cooperating.refused;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseJoiningService;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseReferral;
import org.qingwang.casefile.CaseService;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.common.NotAllowed;
import org.qingwang.complaint.Notice;
import org.qingwang.complaint.NoticeService;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, one act is worked and fined twice, or who complained of it never hears what came of it. */
@QingwangTest
class CaseJoiningTest {

    private static final Actor HEAD = SignIn.head(ZHEJIANG);

    @LocalServerPort
    int port;

    @Autowired
    Cooperating cooperating;

    @Autowired
    Investigator investigator;

    @Autowired
    CaseJoiningService joining;

    @Autowired
    CaseService cases;

    @Autowired
    NoticeService notices;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    HistoryService history;

    @Test
    void theOtherCaseGoesOnWithTheComplaintsAndWhoComplainedIsTold() {
        String caseNo = cooperating.filed(ZHEJIANG);
        String into = cooperating.filed(ZHEJIANG);
        List<String> receipts = cases.complaintsOf(caseNo);
        List<String> listings = cases.listingsOf(caseNo);
        join(caseNo, into);
        join(caseNo, into);

        CaseFile joined = cases.find(caseNo).orElseThrow();
        assertThat(joined.isClosed()).isTrue();
        assertThat(joined.result().outcome()).isEqualTo(CaseOutcome.JOINED);
        assertThat(joined.joinedTo()).isEqualTo(into);
        assertThat(cooperating.open(caseNo)).isEmpty();
        assertThat(clocks.of(caseNo)).noneMatch(StatutoryClock::isOpen);
        assertThat(processes(caseNo)).as("every process of it ended").isZero();

        assertThat(cooperating.open(into)).containsExactly("Task_GatherEvidence");
        assertThat(cases.complaintsOf(into)).containsAll(receipts).hasSize(receipts.size() + 1);
        assertThat(cases.listingsOf(into))
                .as("the next complaint about it finds the other case")
                .containsAll(listings);
        assertThat(cooperating.events(caseNo)).containsOnlyOnce("casefile.event.joined-to");
        assertThat(cooperating.events(into)).containsOnlyOnce("casefile.event.took-in");
        assertThat(notices.of(receipts.get(0)))
                .filteredOn(notice -> notice.about().equals(into))
                .extracting(Notice::event)
                .containsExactly(Notice.Event.JOINED, Notice.Event.CASE_FILED);
        assertThat(notices.of(receipts.get(0)))
                .extracting(Notice::event)
                .as("nobody is told that it is over")
                .doesNotContain(Notice.Event.CASE_CLOSED);
    }

    @Test
    void whoComplainedHearsTheOutcomeOfTheOtherCase() {
        String caseNo = cooperating.led(ZHEJIANG);
        String into = cooperating.led(ZHEJIANG);
        String receiptNo = cases.complaintsOf(caseNo).get(0);
        join(caseNo, into);
        cooperating.submit(
                into,
                "Task_CheckLead",
                SignIn.officer(ZHEJIANG),
                Map.of("result", "NOT_FILE", "checkedOn", cooperating.today().toString(), "reason", "Genuine"));
        cooperating.submit(into, "Task_DecideFiling", HEAD, Map.of("decision", "NOT_FILE", "reason", "Genuine"));
        assertThat(notices.of(receiptNo))
                .filteredOn(notice -> notice.event() == Notice.Event.CASE_CLOSED)
                .extracting(Notice::about)
                .containsExactly(into);
    }

    @Test
    void casesThatCannotBeOneAreRefusedInWords() {
        String caseNo = cooperating.led(ZHEJIANG);
        String into = cooperating.led(ZHEJIANG);
        refused(() -> join(caseNo, caseNo), "casefile.join-itself");
        refused(() -> join(caseNo, "AJ-330000-2026-999999"), "casefile.unknown");
        refused(() -> join(caseNo, cooperating.led(GUANGDONG)), "casefile.unknown");
        refused(() -> cooperating.as(HEAD, () -> joining.join(caseNo, into, " ")), "casefile.reason-missing");
        refused(() -> cooperating.as(HEAD, () -> joining.join(caseNo, into, "x".repeat(2001))), "casefile.too-long");
        cases.setReferral(into, CaseReferral.PREPARED);
        refused(() -> join(caseNo, into), "casefile.referral-under-way");
        cases.setReferral(into, CaseReferral.NONE);
        String decided = investigator.decided(investigator.findings(), investigator.penalty());
        refused(() -> join(decided, into), "casefile.join-decided");
        String elsewhere = cooperating.led(GUANGDONG);
        refused(
                () -> cooperating.as(SignIn.office(), () -> joining.join(caseNo, elsewhere, "One act")),
                "casefile.join-elsewhere");
        join(caseNo, into);
        refused(() -> join(into, caseNo), "casefile.closed");
    }

    @Test
    void onlyTheHeadAndTheOfficeJoinCases() {
        String caseNo = cooperating.led(ZHEJIANG);
        String into = cooperating.led(ZHEJIANG);
        for (Actor stranger : List.of(SignIn.officer(ZHEJIANG), SignIn.head(GUANGDONG), SignIn.head(CUSTOMS))) {
            assertThatThrownBy(() -> cooperating.as(stranger, () -> joining.join(caseNo, into, "One act")))
                    .isInstanceOf(NotAllowed.class);
        }
        String page = "/desk/cases/" + caseNo + "/cooperation";
        assertThat(HttpUser.signedIn(port, "commerce-zj").get(page).body()).doesNotContain("Join to another case");
        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        assertThat(head.get(page).body()).contains("Join to another case").doesNotContain("??");
        Map<String, String> form = Map.of("otherCaseNo", " " + into + " ", "reason", "One shop, <b>one</b> act");
        assertThat(HttpUser.signedIn(port, "commerce-gd-head")
                        .post(page + "/joining", form)
                        .statusCode())
                .isEqualTo(404);
        assertThat(head.post(page + "/joining", Map.of("otherCaseNo", "x", "reason", "y"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(head.post(page + "/joining", form).statusCode()).isEqualTo(302);
        assertThat(head.with("Accept-Language", "zh-CN")
                        .get("/desk/cases/" + caseNo)
                        .body())
                .contains("已并入案件", into, "&lt;b&gt;one&lt;/b&gt;")
                .doesNotContain("??");
    }

    private void join(String caseNo, String into) {
        cooperating.as(HEAD, () -> joining.join(caseNo, into, "The same shop sells the same shoes"));
    }

    private long processes(String caseNo) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .unfinished()
                .count();
    }
}
