package org.qingwang.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.agency.Actor;
import org.qingwang.agency.ActorPrincipal;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Without these pages nobody but a programmer could see who did what, or whether the record still holds. */
@QingwangTest
class AuditPagesTest {

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditLog log;

    @LocalServerPort
    private int port;

    private final String subject = "subject-" + UUID.randomUUID();
    private MockMvc browser;

    @BeforeEach
    void open() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void theCampaignOfficeReadsWhatHappenedToASubjectPageByPage() throws Exception {
        act(60);
        String newest = page("/desk/audit?type=case&id=" + subject);
        assertThat(newest).contains("step 59", "step 10").doesNotContain("step 9<");
        String older = newest.replaceFirst("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(page(older)).contains("step 9<", "step 0<").doesNotContain("step 10<");
    }

    @Test
    void aDayBeforeTheFirstActShowsNone() throws Exception {
        act(1);
        assertThat(page("/desk/audit?type=case&id=" + subject + "&until=2000-01-01"))
                .doesNotContain("step 0<");
    }

    @Test
    void whatAPersonWroteIsShownAsTextAndNotAsMarkup() throws Exception {
        transaction.executeWithoutResult(status ->
                log.record(AuditEntry.of("case.noted", "case", subject, Map.of("note", "<script>alert(1)</script>"))));
        assertThat(page("/desk/audit?type=case&id=" + subject))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void theChainIsCheckedAtTheClickOfAButton() throws Exception {
        act(1);
        browser.perform(as(post("/desk/audit/verify"), SignIn.office()).with(csrf()));
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

    private String page(String address) throws Exception {
        MockHttpServletResponse response =
                browser.perform(as(get(address), SignIn.office())).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, Actor actor) {
        ActorPrincipal principal = () -> actor;
        RequestPostProcessor signedIn =
                authentication(new UsernamePasswordAuthenticationToken(principal, null, List.of()));
        return request.with(signedIn).locale(Locale.ENGLISH);
    }
}
