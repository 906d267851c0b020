package org.qingwang.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Without these pages nobody but a programmer could see who did what, or whether the record still holds. */
@QingwangTest
class AuditPagesTest {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditLog log;

    @LocalServerPort
    private int port;

    private final String subject = "subject-" + UUID.randomUUID();
    private HttpUser office;

    @BeforeEach
    void open() {
        office = HttpUser.signedIn(port, "office");
    }

    @Test
    void theCampaignOfficeReadsWhatHappenedToASubjectPageByPage() {
        act(60);
        String newest = page("/desk/audit?type=case&id=" + subject);
        assertThat(newest).contains("step 59", "step 10").doesNotContain("step 9<");
        String older = newest.replaceFirst("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(page(older)).contains("step 9<", "step 0<").doesNotContain("step 10<");
    }

    @Test
    void aDayBeforeTheFirstActShowsNone() {
        act(1);
        assertThat(page("/desk/audit?type=case&id=" + subject + "&until=2000-01-01"))
                .doesNotContain("step 0<");
    }

    @Test
    void whatAPersonWroteIsShownAsTextAndNotAsMarkup() {
        transaction.executeWithoutResult(status ->
                log.record(AuditEntry.of("case.noted", "case", subject, Map.of("note", "<script>alert(1)</script>"))));
        assertThat(page("/desk/audit?type=case&id=" + subject))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void theChainIsCheckedAtTheClickOfAButton() {
        act(1);
        office.post("/desk/audit/verify", Map.of());
        assertThat(page("/desk/audit/verify"))
                .contains("The chain holds.")
                .containsPattern("<code>[0-9a-f]{64}</code>");
        assertThat(page("/desk/audit/verify?lang=zh")).contains("审计链完整");
    }

    @Test
    void anOfficerAndAStrangerSeeNothingOfIt() {
        act(1);
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        for (String address : List.of("/desk/audit", "/desk/audit?type=case&id=" + subject, "/desk/audit/verify")) {
            assertThat(officer.get(address).statusCode()).isIn(403, 404);
            assertThat(HttpUser.stranger(port).get(address).statusCode()).isEqualTo(302);
        }
        assertThat(officer.post("/desk/audit/verify", Map.of()).statusCode()).isIn(403, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"office", "supervisor", "admin"})
    void thoseWhoWatchSeeIt(String account) {
        assertThat(HttpUser.signedIn(port, account).get("/desk/audit").statusCode())
                .isEqualTo(200);
    }

    private void act(int times) {
        IntStream.range(0, times)
                .forEach(n -> transaction.executeWithoutResult(status ->
                        log.record(AuditEntry.of("case.noted", "case", subject, Map.of("note", "step " + n)))));
    }

    private String page(String address) {
        return office.get(address).body();
    }
}
