package org.qingwang.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingwang.supervision.process.Supervising;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, the campaign office cannot say which cases it follows, or others read what is none of theirs. */
@QingwangTest
class SupervisionPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Supervising supervising;

    @Test
    void theOfficePutsACaseUnderSupervisionOnItsPageAndEverybodySeesIt() {
        String caseNo = supervising.assigned();
        HttpUser office = HttpUser.signedIn(port, "office");
        String page = "/desk/cases/" + caseNo;
        assertThat(office.get(page).body()).contains(page + "/supervision");
        assertThat(office.get(page + "/supervision").body()).contains("Zhou Min 周敏 (commerce-zj)");

        var refused = office.post(
                page + "/supervision",
                Map.of("ownerId", "commerce-zj", "days", "0", "reason", "Named in the briefing"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("from 1 to 365", "Named in the briefing");
        var put = office.post(
                page + "/supervision",
                Map.of("ownerId", "commerce-zj", "days", "20", "reason", "Named in the briefing"));
        assertThat(put.headers().firstValue("location").orElse("")).endsWith(page + "#supervision");

        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get(page).body())
                .contains("supervised", "DB-330000-", "Named in the briefing", "Report on supervised case")
                .doesNotContain(page + "/supervision\"")
                .doesNotContain("??");
        assertThat(officer.get("/desk/cases?q=" + caseNo).body()).contains("supervised");
        assertThat(officer.get("/desk/supervised").body()).contains(caseNo);
        assertThat(HttpUser.signedIn(port, "customs-zj").get("/desk/supervised").body())
                .doesNotContain(caseNo);
        assertThat(office.get("/desk/supervised?lang=zh").body())
                .contains(caseNo, "督办案件")
                .doesNotContain("??");

        office.post(page + "/supervision/extend", Map.of("days", "5", "reason", "The laboratory is slow"));
        office.post(page + "/supervision/lift", Map.of("result", "Settled with the penalty"));
        assertThat(officer.get(page).body()).contains("Settled with the penalty", "lifted");
        assertThat(office.get("/desk/supervised").body()).doesNotContain(caseNo);
        assertThat(office.get("/desk/supervised?all=true").body()).contains(caseNo);
    }

    @Test
    void anAgencyCannotSuperviseItself() {
        String caseNo = supervising.put();
        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        String page = "/desk/cases/" + caseNo + "/supervision";
        assertThat(head.get(page).statusCode()).isEqualTo(404);
        assertThat(head.post(page + "/lift", Map.of("result", "We are done")).statusCode())
                .isEqualTo(404);
        assertThat(supervising.open(caseNo)).contains("Task_ReportResult");
    }
}
