package org.qingwang.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts and roles: what an administrator changes counts at once, and nobody else changes anything. */
@QingwangTest
class OfficersTest {

    private static final Actor ADMINISTRATOR = new Actor("admin", "Administrator", null, Set.of(Actor.ADMIN_GROUP));
    private static final String OFFICERS = "/desk/admin/officers";
    private static final String ANOTHER_PASSWORD = "Autumn-Leaves-77";

    @LocalServerPort
    private int port;

    @Autowired
    private AgencyService agencies;

    @Autowired
    private IdentityService engineIdentity;

    @Autowired
    private JdbcClient database;

    private Officer officer;

    @BeforeEach
    void somebodyNew() {
        String id = "new-" + UUID.randomUUID().toString().substring(0, 8);
        officer = new Officer(id, "Somebody 某人", true, List.of(Membership.in("commerce-440000", Role.OFFICER)));
        asAdministrator(() -> agencies.add(officer, HttpUser.DEMO_PASSWORD));
    }

    @Test
    void addingTwiceChangesNothing() {
        asAdministrator(() -> agencies.add(officer, HttpUser.DEMO_PASSWORD));

        assertThat(agencies.find(officer.id())).hasValue(officer);
        HttpUser.signedIn(port, officer.id());
    }

    @Test
    void anIdIsGivenOnce() {
        Officer other = new Officer(officer.id(), "Somebody else", true, officer.memberships());

        assertThatThrownBy(() -> asAdministrator(() -> agencies.add(other, HttpUser.DEMO_PASSWORD)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("agency.id.taken");
    }

    @Test
    void aClosedAccountLosesItsSessionAtTheNextRequest() {
        HttpUser person = HttpUser.signedIn(port, officer.id());
        person.engineGet("/task/count");

        asAdministrator(() -> agencies.setActive(officer.id(), false));

        assertThat(person.engineGet("/task/count").statusCode()).isEqualTo(401);
        assertThat(person.get("/desk").statusCode()).isEqualTo(302);
        assertThat(HttpUser.stranger(port)
                        .signIn(officer.id(), HttpUser.DEMO_PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login?wrong"));
        assertThat(engineIdentity.createGroupQuery().groupMember(officer.id()).count())
                .isZero();
    }

    @Test
    void aChangedRoleCountsAtTheNextRequest() {
        HttpUser person = HttpUser.signedIn(port, officer.id());
        assertThat(person.get(OFFICERS).statusCode()).isEqualTo(403);

        Officer promoted =
                new Officer(officer.id(), officer.name(), true, List.of(Membership.everywhere(Role.ADMINISTRATOR)));
        asAdministrator(() -> agencies.change(promoted));
        asAdministrator(() -> agencies.change(promoted));

        assertThat(person.get(OFFICERS).statusCode()).isEqualTo(200);
        assertThat(person.get("/camunda/api/admin/auth/user/default").body()).contains("\"admin\"");
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        HttpUser here = HttpUser.signedIn(port, officer.id());
        HttpUser elsewhere = HttpUser.signedIn(port, officer.id());

        assertThat(here.post("/desk/account", password(HttpUser.DEMO_PASSWORD, ANOTHER_PASSWORD))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login?changed"));

        assertThat(elsewhere.get("/desk").statusCode()).isEqualTo(302);
        assertThat(here.get("/desk").statusCode()).isEqualTo(302);
        assertThat(HttpUser.stranger(port)
                        .signIn(officer.id(), ANOTHER_PASSWORD)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/desk"));
    }

    @Test
    void aWeakPasswordIsRefusedWithOneSentence() {
        HttpUser person = HttpUser.signedIn(port, officer.id());

        for (String weak :
                List.of("Short-1", "no-upper-case-1", "NO-LOWER-CASE-1", "No-Digit-Here", "NoSpecial12345")) {
            var answer = person.post("/desk/account", password(HttpUser.DEMO_PASSWORD, weak));
            assertThat(answer.statusCode()).as(weak).isEqualTo(400);
            assertThat(answer.body()).as(weak).contains("A password has at least");
        }
        var withName = person.post("/desk/account", password(HttpUser.DEMO_PASSWORD, "Aa1-" + officer.id()));
        assertThat(withName.body()).contains("must not contain the user name");
        var wrong = person.post("/desk/account", password("not my password", ANOTHER_PASSWORD));
        assertThat(wrong.body()).contains("This is not your present password.");
        assertThat(person.get("/desk").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyAnAdministratorKeepsAccounts() {
        HttpUser person = HttpUser.signedIn(port, officer.id());

        assertThat(person.get(OFFICERS).statusCode()).isEqualTo(403);
        assertThat(person.post(OFFICERS + "/" + officer.id(), Map.of("name", "x", "role", "ADMINISTRATOR"))
                        .statusCode())
                .isEqualTo(403);
        assertThatThrownBy(() -> SignIn.as(engineIdentity, officer.actor(), () -> {
                    agencies.setActive("commerce-zj", false);
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anAdministratorAddsChangesAndClosesOnThePage() {
        HttpUser admin = HttpUser.signedIn(port, "admin");
        String id = "page-" + UUID.randomUUID().toString().substring(0, 8);

        var weak = admin.post(OFFICERS + "/new", form(id, "Page 页面", "OFFICER", "commerce-310000", "weak"));
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("at least 10 characters", "Page 页面");

        admin.post(OFFICERS + "/new", form(id, "Page 页面", "OFFICER", "commerce-310000", HttpUser.DEMO_PASSWORD));
        assertThat(admin.get(OFFICERS + "?words=" + id).body()).contains("Page 页面", "Shanghai");

        admin.post(OFFICERS + "/" + id, form(id, "Page Two", "HEAD", "commerce-310000", ""));
        assertThat(agencies.find(id).orElseThrow().memberships())
                .containsExactly(Membership.in("commerce-310000", Role.HEAD));

        admin.post(OFFICERS + "/" + id + "/active", Map.of("active", "false"));
        assertThat(agencies.find(id).orElseThrow().active()).isFalse();
    }

    @Test
    void somebodyWithoutAnyRoleSeesNothing() {
        Officer nobody = new Officer(officer.id(), officer.name(), true, List.of());
        assertThatThrownBy(() -> asAdministrator(() -> agencies.change(nobody))).isInstanceOf(BadInput.class);
        database.sql("delete from membership where officer_id = :id")
                .param("id", officer.id())
                .update();
        HttpUser person = HttpUser.signedIn(port, officer.id());

        assertThat(person.get("/desk").statusCode()).isEqualTo(200);
        assertThat(person.engineGet("/task/count").body()).isEqualTo("{\"count\":0}");
        assertThat(person.engineGet("/process-definition/count").body()).isEqualTo("{\"count\":0}");
        assertThat(person.get("/camunda/api/admin/auth/user/default").body()).contains("\"authorizedApps\":[]");
    }

    @Test
    void aReviewerStartsNoComplaint() {
        Officer reviewer = new Officer(
                officer.id(), officer.name(), true, List.of(Membership.in("commerce-440000", Role.LEGAL_REVIEWER)));
        asAdministrator(() -> agencies.change(reviewer));

        assertThat(HttpUser.signedIn(port, officer.id())
                        .enginePost("/process-definition/key/complaint/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(403);
    }

    /** A restart must not give somebody back what an administrator took. */
    @Test
    void seedingAgainLeavesPeopleAsTheyAre() {
        Officer moved =
                new Officer(officer.id(), officer.name(), true, List.of(Membership.in("customs-440000", Role.OFFICER)));
        asAdministrator(() -> agencies.change(moved));

        agencies.seed(List.of(officer), "Another-Password-1", true);

        assertThat(agencies.find(officer.id())).hasValue(moved);
        HttpUser.signedIn(port, officer.id());
    }

    @Test
    void theLastAdministratorStays() {
        Officer admin = agencies.find("admin").orElseThrow();
        agencies.page("", 0, 1_000).stream()
                .filter(other -> other.active()
                        && other.has(Role.ADMINISTRATOR)
                        && !other.id().equals("admin"))
                .forEach(other -> asAdministrator(() -> agencies.setActive(other.id(), false)));

        assertThatThrownBy(() -> asAdministrator(() -> agencies.setActive(admin.id(), false)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("agency.lastAdministrator");
        assertThat(agencies.find("admin").orElseThrow().active()).isTrue();
    }

    @Test
    void everyProvinceIsThereAndAgenciesWorkInThirtyOne() {
        assertThat(agencies.regions()).hasSize(34);
        assertThat(agencies.jurisdictions()).hasSize(31 * 3);
        assertThat(agencies.demoAccountsPresent()).isTrue();
    }

    private static Map<String, String> password(String present, String next) {
        return Map.of("present", present, "password", next, "again", next);
    }

    private static Map<String, String> form(String id, String name, String role, String where, String password) {
        return Map.of("id", id, "name", name, "role", role, "where", where, "password", password);
    }

    private void asAdministrator(Runnable work) {
        SignIn.as(engineIdentity, ADMINISTRATOR, () -> {
            work.run();
            return null;
        });
    }
}
