package org.qingwang.commerce.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, an officer cannot hold goods in time, or somebody holds or reads what is none of his business. */
@QingwangTest
class MeasurePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Investigator investigator;

    @Autowired
    MeasureService measures;

    @Test
    void anOfficerAsksForAMeasureFromTheCaseAndFindsItThere() {
        String caseNo = investigator.awaitingDecision();
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get("/desk/cases/" + caseNo).body())
                .contains("/desk/cases/" + caseNo + "/measures/new")
                .doesNotContain("??");
        HttpResponse<String> asked = officer.post("/desk/cases/" + caseNo + "/measures", form());
        assertThat(asked.statusCode()).isEqualTo(302);
        String location = asked.headers().firstValue("Location").orElseThrow();
        String address = location.substring(location.indexOf("/desk"));
        assertThat(officer.get(address).body())
                .contains("Awaits approval", "&lt;b&gt;Shoes&lt;/b&gt;", "CNY")
                .doesNotContain("<b>Shoes</b>")
                .doesNotContain("??");
        assertThat(officer.get("/desk/cases/" + caseNo).body())
                .contains(address)
                .doesNotContain("??");
        assertThat(officer.with("Accept-Language", "zh-CN").get(address).body())
                .contains("待批准", "物品清单")
                .doesNotContain("??");
    }

    @Test
    void aRefusedListComesBackWithWhatWasTyped() {
        String caseNo = investigator.awaitingDecision();
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        for (Map<String, String> wrong : List.of(
                with("goods", "Shoes, a lot of them"),
                with("goods", ""),
                with("secondOfficer", "Li Lei"),
                with("place", "x".repeat(201)),
                with("reason", " "),
                with("takenAt", "2026-01-01T10:00"),
                with("kind", ""))) {
            HttpResponse<String> answer = officer.post("/desk/cases/" + caseNo + "/measures", wrong);
            assertThat(answer.statusCode()).as(wrong.toString()).isEqualTo(400);
            assertThat(answer.body()).contains("Li Lei").doesNotContain("??");
        }
        assertThat(measures.ofCase(caseNo)).isEmpty();
    }

    @Test
    void whoDoesNotInvestigateNeitherTakesNorReads() {
        String caseNo = investigator.awaitingDecision();
        String measureNo = investigator.askedFor(caseNo);
        for (String stranger : List.of("commerce-gd", "customs-zj")) {
            HttpUser officer = HttpUser.signedIn(port, stranger);
            assertThat(officer.get("/desk/measures/" + measureNo).statusCode()).isEqualTo(404);
            assertThat(officer.get("/desk/cases/" + caseNo + "/measures/new").statusCode())
                    .isEqualTo(404);
            assertThat(officer.post("/desk/cases/" + caseNo + "/measures", form())
                            .statusCode())
                    .isEqualTo(404);
        }
        HttpUser supervisor = HttpUser.signedIn(port, "supervisor");
        assertThat(supervisor.get("/desk/measures/" + measureNo).statusCode()).isEqualTo(200);
        assertThat(supervisor
                        .post("/desk/cases/" + caseNo + "/measures", form())
                        .statusCode())
                .isEqualTo(404);
        assertThat(measures.ofCase(caseNo)).hasSize(1);
    }

    private static Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        form.put("kind", "SEIZURE");
        form.put("place", "Warehouse 3");
        form.put("firstOfficer", "Li Lei");
        form.put("secondOfficer", "Han Mei");
        form.put("reason", "Evidence may be lost");
        form.put("goods", "<b>Shoes</b>; 200; 40000");
        return form;
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> form = form();
        form.put(field, value);
        return form;
    }
}
