package org.qingwang.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One sign-in for our pages and for Camunda's web applications, over HTTP as a browser does it. */
@QingwangTest
class SignInTest {

    @LocalServerPort
    private int port;

    @Test
    void oneSignInOpensTheDeskTasklistAndCockpit() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        assertThat(officer.get("/desk").statusCode()).isEqualTo(200);
        assertThat(officer.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(officer.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(officer.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"commerce-zj\"")
                .contains("tasklist", "cockpit")
                .doesNotContain("\"admin\"");
        assertThat(officer.enginePost("/task?firstResult=0&maxResults=15", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nothingOfTheStaffIsOpenToAStranger() {
        HttpUser stranger = HttpUser.stranger(port);

        for (String page :
                new String[] {"/desk", "/desk/cases", "/desk/admin/officers", "/camunda/app/tasklist/default/"}) {
            HttpResponse<String> answer = stranger.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .as(page)
                    .hasValueSatisfying(where -> assertThat(where).endsWith("/login"));
        }
        assertThat(stranger.engineGet("/task").statusCode()).isEqualTo(401);
        assertThat(stranger.get("/engine-rest/engine").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/actuator/env").statusCode()).isEqualTo(302);
        for (String probe : List.of("liveness", "readiness")) {
            assertThat(stranger.get("/actuator/health/" + probe).body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @Test
    void afterSigningInOneIsWhereOneWantedToGo() {
        HttpUser officer = HttpUser.stranger(port);
        officer.get("/camunda/app/cockpit/default/");

        assertThat(officer.signIn("commerce-zj", HttpUser.DEMO_PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).contains("/camunda/app/cockpit/default/"));
    }

    @Test
    void signingOutEndsEverything() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        officer.enginePost("/task?firstResult=0&maxResults=15", "{}");

        HttpResponse<String> answer = officer.signOut();
        assertThat(answer.headers().firstValue("Clear-Site-Data"))
                .as("forms half filled in stay in the browser")
                .hasValue("\"storage\"");
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login?out"));

        assertThat(officer.get("/desk").statusCode()).isEqualTo(302);
        assertThat(officer.engineGet("/task").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutInTasklistEndsEverything() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        assertThat(officer.camunda("POST", "/camunda/api/admin/auth/user/default/logout", "")
                        .statusCode())
                .isEqualTo(204);

        assertThat(officer.get("/desk").statusCode()).isEqualTo(302);
        assertThat(officer.engineGet("/task").statusCode()).isEqualTo(401);
    }

    @Test
    void camundasOwnSignInAndPasswordCheckAreClosed() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        String password = "{\"username\":\"admin\",\"password\":\"" + HttpUser.DEMO_PASSWORD + "\"}";

        assertThat(officer.enginePost("/identity/verify", password).statusCode())
                .isEqualTo(403);
        assertThat(officer.camunda("POST", "/camunda/api/admin/auth/user/default/login/admin", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(HttpUser.stranger(port)
                        .camunda("POST", "/camunda/api/admin/auth/user/default/login/tasklist", "")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theSessionGetsANewIdAtSignIn() {
        HttpUser victim = HttpUser.stranger(port).plant("qingwang-session", "cGxhbnRlZC1ieS1hbi1hdHRhY2tlcg");
        victim.signIn("commerce-zj", HttpUser.DEMO_PASSWORD);

        HttpUser attacker = HttpUser.stranger(port).plant("qingwang-session", "cGxhbnRlZC1ieS1hbi1hdHRhY2tlcg");
        assertThat(attacker.get("/desk").statusCode()).isEqualTo(302);
        assertThat(victim.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherSiteCanNeitherSignSomebodyOutNorChangeAPassword() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");

        assertThat(officer.postWithoutToken("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(officer.postWithoutToken("/desk/account", Map.of("password", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongNameAndAWrongPasswordGetTheSameAnswer() {
        HttpResponse<String> wrongPassword = HttpUser.stranger(port).signIn("customs-gd", "not the password");
        HttpResponse<String> wrongName = HttpUser.stranger(port).signIn("nobody-of-this-name", "not the password");

        assertThat(wrongName.statusCode()).isEqualTo(wrongPassword.statusCode());
        assertThat(path(wrongName)).isEqualTo("/login?wrong").isEqualTo(path(wrongPassword));
    }

    private static String path(HttpResponse<String> answer) {
        URI target = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return target.getPath() + "?" + target.getQuery();
    }
}
