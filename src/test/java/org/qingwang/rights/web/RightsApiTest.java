package org.qingwang.rights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.api.ApiKeyService;
import org.qingwang.api.Scope;
import org.qingwang.common.BadInput;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Another system keeps the register up to date. What it is told decides whether it sends a file again. */
@QingwangTest
class RightsApiTest {

    private static final Actor REGISTER = new Actor("api:register", "register", null, Set.of());

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private IdentityService identity;

    @Autowired
    private ApiKeyService keys;

    @LocalServerPort
    private int port;

    private MockMvc api;

    @BeforeEach
    void open() {
        api = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    void takesAFileAsBodyOrAsFormAndReportsEveryRecord() throws Exception {
        String number = Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 900_000_000_000L));
        byte[] csv = ("office,registrationNo,classes\nCN," + number + ",9\nCN,1,99\n").getBytes(StandardCharsets.UTF_8);

        send(post("/api/v1/rights/import").contentType("text/csv").content(csv))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.format").value("CSV"))
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.refused").value(1))
                .andExpect(jsonPath("$.refusals[0].line").value(3))
                .andExpect(jsonPath("$.refusals[0].field").value("classes"))
                .andExpect(jsonPath("$.refusals[0].reason")
                        .value("“99” is not a class of the Nice Classification (1 to 45)."));
        send(multipart("/api/v1/rights/import").file(new MockMultipartFile("file", "a.csv", "text/csv", csv)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(0))
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    /** Over HTTP and through every filter: a key opens only what it was made for. */
    @Test
    void aKeyNeedsTheScope() throws Exception {
        assertThat(sendOverHttp(newKey(Set.of(Scope.RIGHTS_IMPORT)), "office,registrationNo\nCN,x\n"))
                .contains("200", "“x” holds no registration number.");
        assertThat(sendOverHttp(newKey(Set.of(Scope.COMPLAINTS_FILE)), "office,registrationNo\nCN,x\n"))
                .startsWith("403");
        assertThat(sendOverHttp("qw_" + "A".repeat(43), "office,registrationNo\nCN,x\n"))
                .startsWith("401");
        assertThat(sendOverHttp(newKey(Set.of(Scope.RIGHTS_IMPORT)), "<!DOCTYPE a><a/>"))
                .startsWith("400")
                .contains("The file declares a document type");
    }

    private String newKey(Set<Scope> scopes) {
        Actor administrator = new Actor("admin", "Administrator", null, Set.of(Actor.ADMIN_GROUP));
        return SignIn.as(
                identity,
                administrator,
                () -> keys.create(
                        "register-" + UUID.randomUUID().toString().substring(0, 12),
                        Jurisdiction.parse("commerce-330000"),
                        scopes,
                        LocalDate.now().plusDays(30)));
    }

    private String sendOverHttp(String key, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/rights/import"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/octet-stream")
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void aBodyBeyondTheLimitIsNotReadToItsEnd() {
        InputStream body = new LimitedStream(new ByteArrayInputStream(new byte[1000]), 999);
        assertThatThrownBy(body::readAllBytes)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("rights.import.file-too-large"));
    }

    private ResultActions send(RequestBuilder request) {
        return SignIn.as(identity, REGISTER, () -> {
            try {
                return api.perform(request);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }
}
