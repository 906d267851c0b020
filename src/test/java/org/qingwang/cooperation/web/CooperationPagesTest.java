package org.qingwang.cooperation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingwang.cooperation.process.Cooperating;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, nobody can ask another agency for help, or give it a case, without somebody at the database. */
@QingwangTest
class CooperationPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Cooperating cooperating;

    @Test
    void anOfficerAsksForAssistanceAndTheHeadGivesTheCaseAway() {
        String caseNo = cooperating.asked();
        String page = "/desk/cases/" + caseNo;
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get(page).body())
                .contains(page + "/cooperation", "XZ-330000-", "Look for the parcels", "Customs, Zhejiang")
                .doesNotContain("??");
        assertThat(officer.get(page + "/cooperation").body())
                .contains("End assistance")
                .doesNotContain("Give to another agency")
                .doesNotContain("??");
        assertThat(HttpUser.signedIn(port, "customs-zj-head")
                        .get(page + "/summary")
                        .body())
                .as("above the form in which the request is answered")
                .contains("Look for the parcels")
                .doesNotContain(page + "/cooperation");
        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        assertThat(head.get(page + "/cooperation?lang=zh").body()).contains("移交其他单位", "同一行为另案办理");
        var nowhere = head.post(page + "/cooperation/agency", Map.of("to", "commerce-519999", "reason", "Moved"));
        assertThat(nowhere.statusCode()).isEqualTo(400);
        assertThat(nowhere.body()).contains("commerce-519999");
        assertThat(head.post(page + "/cooperation/officer", Map.of("officerId", "commerce-zj-2", "reason", "On leave"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(head.post(
                                page + "/cooperation/assistance/end",
                                Map.of("assisting", "customs-330000", "reason", "Found"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(head.post(page + "/cooperation/assistance", Map.of("asked", "customs-440000", "request", "Look too"))
                        .body())
                .contains("1至60");
        assertThat(head.post(page + "/cooperation/competence", Map.of("otherCaseNo", "AJ-1", "reason", "Same"))
                        .body())
                .contains("没有编号为“AJ-1”的其他案件");
        head.post(page + "/cooperation/agency", Map.of("to", "commerce-440000", "reason", "The seller moved there"));
        assertThat(HttpUser.signedIn(port, "commerce-gd").get(page).body())
                .contains("Commerce (market regulation), Guangdong", "The seller moved there");
    }

    @Test
    void toAStrangerThePageDoesNotExist() {
        String page = "/desk/cases/" + cooperating.asked() + "/cooperation";
        for (String stranger : new String[] {"customs-zj", "commerce-gd-head"}) {
            HttpUser user = HttpUser.signedIn(port, stranger);
            assertThat(user.get(page).statusCode()).as(stranger).isEqualTo(404);
            assertThat(user.post(page + "/agency", Map.of("to", "customs-330000", "reason", "Mine"))
                            .statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }
}
