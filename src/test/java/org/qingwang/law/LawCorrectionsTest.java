package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A correction that moves a clock nobody named takes days from a party, or gives an agency days the law does not. Each
 * test enters rules of its own, so that the law other tests rely on stays what it is.
 */
@QingwangTest
class LawCorrectionsTest {

    private static final Actor ADMINISTRATOR = new Actor("admin", "Administrator", null, Set.of(Actor.ADMIN_GROUP));

    @Autowired
    LawCorrections corrections;

    @Autowired
    LawRevisions revisions;

    @Autowired
    LawRegister register;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    ClockSweep sweep;

    @Autowired
    IdentityService engineIdentity;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final String own = UUID.randomUUID().toString().replace("-", "");
    private final String rule = "test." + own;

    @BeforeEach
    void enterARule() {
        now("2026-11-02T10:00:00+08:00");
        enter(file(10, 10));
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void aCorrectionMovesExactlyTheClocksItsPreviewNamed() {
        clocks.due("a-" + own, rule);
        clocks.dueSince("b-" + own, rule, LocalDate.of(2026, 6, 15));
        clocks.due("c-" + own, "commerce.service");
        clocks.due("d-" + own, rule);
        clocks.met("d-" + own, rule);

        UUID draft = draft(file(10, 12));
        LawPreview preview = admin(() -> corrections.preview(draft));
        // 10 working days after Mon 2 November: 3-6 (4), 9-13 (9), Mon 16 (10); two more: Wed 18
        assertThat(preview.moves()).singleElement().satisfies(move -> {
            assertThat(move.clock().subject()).isEqualTo("a-" + own);
            assertThat(move.from()).isEqualTo(endOf("2026-11-16"));
            assertThat(move.to()).isEqualTo(endOf("2026-11-18"));
        });
        assertThat(preview.changes()).extracting(LawPreview.RuleChange::id).containsExactly(rule);
        assertThat(due("a-")).as("nothing moves before it is confirmed").isEqualTo(endOf("2026-11-16"));
        String others = otherClocks();

        int revision = admin(() -> corrections.confirm(draft, preview.digest()));
        assertThat(admin(() -> corrections.confirm(draft, preview.digest())))
                .as("confirmed once")
                .isEqualTo(revision);

        assertThat(due("a-")).isEqualTo(endOf("2026-11-18"));
        // 10 working days after Mon 15 June: 16-18 (3), 19-21 off, 22-26 (8), Mon 29 (9), Tue 30 (10)
        assertThat(due("b-")).isEqualTo(endOf("2026-06-30"));
        assertThat(otherClocks()).as("every other clock stands where it stood").isEqualTo(others);
        assertThat(one("d-").rule().limit())
                .as("what is over keeps the law it was under")
                .isEqualTo(10);
        assertThat(one("a-").rule().limit()).isEqualTo(12);
        assertThat(clocks.actsOf(one("a-"))).singleElement().satisfies(act -> {
            assertThat(act.kind()).isEqualTo(ClockAct.Kind.RECOUNTED);
            assertThat(act.reason()).isEqualTo("compared with the text");
            assertThat(act.dueBefore()).isEqualTo(endOf("2026-11-16"));
        });
        assertThat(audited("clock.recounted", "a-" + own)).isEqualTo(1);
        assertThat(corrections.revisions().get(0)).satisfies(newest -> {
            assertThat(newest.number()).isEqualTo(revision);
            assertThat(newest.moved()).isEqualTo(1);
            assertThat(newest.byName()).isEqualTo("Administrator");
        });
    }

    @Test
    void aFigureThatWasOnlyCheckedMovesNothingAndShowsAsChecked() {
        clocks.due("a-" + own, rule);
        UUID draft = draft(file(10, 10).replace("verified: false", "verified: true"));
        LawPreview preview = admin(() -> corrections.preview(draft));
        assertThat(preview.moves()).isEmpty();
        admin(() -> corrections.confirm(draft, preview.digest()));
        assertThat(one("a-").rule().verified()).isTrue();
        assertThat(clocks.actsOf(one("a-"))).isEmpty();
    }

    @Test
    void aPreviewThatNoLongerHoldsIsNotConfirmed() {
        clocks.due("a-" + own, rule);
        UUID draft = draft(file(10, 12));
        String looked = admin(() -> corrections.preview(draft)).digest();
        clocks.due("b-" + own, rule);

        assertThatThrownBy(() -> admin(() -> corrections.confirm(draft, looked)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("law.correction.changed"));
        assertThat(due("a-")).isEqualTo(endOf("2026-11-16"));

        LawPreview again = admin(() -> corrections.preview(draft));
        assertThat(again.moves()).hasSize(2);
        admin(() -> corrections.confirm(draft, again.digest()));
        assertThat(due("b-")).isEqualTo(endOf("2026-11-18"));
    }

    @Test
    void ofTwoAdministratorsAtTheSameMomentOneHasToLookAgain() throws Exception {
        clocks.due("a-" + own, rule);
        List<UUID> drafts = List.of(draft(file(10, 12)), draft(file(10, 13)));
        List<String> looked = drafts.stream()
                .map(draft -> admin(() -> corrections.preview(draft)).digest())
                .toList();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        int refused = 0;
        try {
            List<Future<Integer>> acts = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int which = i;
                acts.add(both.submit(() -> {
                    together.await();
                    return admin(() -> corrections.confirm(drafts.get(which), looked.get(which)));
                }));
            }
            for (Future<Integer> act : acts) {
                try {
                    act.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(BadInput.class);
                    refused++;
                }
            }
        } finally {
            both.shutdown();
        }
        assertThat(refused).isEqualTo(1);
        assertThat(clocks.actsOf(one("a-"))).hasSize(1);
    }

    @Test
    void anotherNodeAndARestartKnowTheCorrection() {
        Law otherNode = new Law(revisions, "");
        enter(file(10, 12));
        assertThat(limitIn(otherNode)).isEqualTo(10);
        otherNode.refresh();
        assertThat(limitIn(otherNode)).isEqualTo(12);
        assertThat(limitIn(new Law(revisions, ""))).as("after a restart").isEqualTo(12);
    }

    /** Until it hears of a correction, a node counts by the law of before; what it counted is put right. */
    @Test
    void whatALateNodeCountedIsPutRight() {
        enter(file(10, 12));
        clocks.due("a-" + own, rule);
        jdbc.sql("update statutory_clock set law_revision = 0, due_at = :due where subject = :subject")
                .param("due", endOf("2026-11-16").atOffset(java.time.ZoneOffset.UTC))
                .param("subject", "a-" + own)
                .update();
        corrections.catchUp();
        corrections.catchUp();
        assertThat(due("a-")).isEqualTo(endOf("2026-11-18"));
        assertThat(clocks.actsOf(one("a-"))).hasSize(1);
    }

    @Test
    void aClockThatWasMissedByAWrongFigureRunsAgain() {
        clocks.due("a-" + own, rule, Jurisdiction.parse("commerce-330000"));
        now("2026-11-17T10:00:00+08:00");
        while (ClockSweep.isFullBatch(sweep.tellDue())) {
            assertThat(port).isPositive();
        }
        assertThat(one("a-").missedAt()).isNotNull();
        enter(file(10, 12));
        assertThat(one("a-").missedAt()).isNull();
        assertThat(one("a-").state(ClockUtil.getCurrentTime().toInstant())).isEqualTo(StatutoryClock.State.RUNNING);
    }

    /** The State Council's notice comes: Thu 6 March 2031 is off, of which nobody knew. */
    @Test
    void aConfirmedCalendarMovesTheClocksOfItsYear() {
        int year = 2031 + Math.abs(own.hashCode() % 900) * 7;
        LocalDate monday =
                LocalDate.of(year, 3, 3).with(java.time.DayOfWeek.MONDAY).plusWeeks(1);
        enter("year: " + year + "\nprovisional: true\nholidays: []\nmakeUpDays: []\n");
        clocks.dueSince("a-" + own, rule, monday);
        // 10 working days: Tue to Fri (4), Mon to Fri (9), Mon (10)
        assertThat(due("a-")).isEqualTo(WorkingCalendar.endOf(monday.plusDays(14)));
        assertThat(one("a-").provisional()).isTrue();

        enter("year: " + year + "\nprovisional: false\nholidays:\n  - name: Day off\n    days: [" + monday.plusDays(3)
                + "]\nmakeUpDays: []\n");
        assertThat(due("a-")).isEqualTo(WorkingCalendar.endOf(monday.plusDays(15)));
        assertThat(one("a-").provisional()).isFalse();
    }

    /** The folder of the operator has the notice since the last start: what was provisional is counted again. */
    @Test
    void whatRestedOnAnUnconfirmedCalendarIsCountedAgain() {
        clocks.due("a-" + own, rule);
        jdbc.sql("update statutory_clock set provisional = true, due_at = :due where subject = :subject")
                .param("due", endOf("2026-11-13").atOffset(java.time.ZoneOffset.UTC))
                .param("subject", "a-" + own)
                .update();
        corrections.settleProvisional();
        corrections.settleProvisional();
        assertThat(due("a-")).isEqualTo(endOf("2026-11-16"));
        assertThat(one("a-").provisional()).isFalse();
        assertThat(clocks.actsOf(one("a-"))).hasSize(1);
    }

    @Test
    void aFileThatWouldLeaveARunningClockWithoutLawIsRefused() {
        clocks.dueSince("a-" + own, rule, LocalDate.of(2026, 6, 15));
        String late = file(10, 12).replaceFirst("(?s)      - from: 2020-01-01.*?(?=      - from: 2026-07-01)", "");
        assertThatThrownBy(() -> draft(late))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("law.no-version"));
    }

    @Test
    void aFileThatChangesNothingOrHasNoReasonIsRefused() {
        refused("law.correction.nothing", () -> draft(file(10, 10)));
        refused("law.correction.reason", () -> admin(() -> corrections.draft("a.yaml", bytes(file(10, 12)), " ")));
        refused(
                "law.file.not-utf8",
                () -> admin(() ->
                        corrections.draft("a.yaml", "deadlines: \u00e9".getBytes(StandardCharsets.ISO_8859_1), "why")));
    }

    @Test
    void nobodyButAnAdministratorCorrectsTheLaw() {
        UUID draft = draft(file(10, 12));
        for (Actor actor :
                List.of(SignIn.officer("commerce-330000"), SignIn.head("commerce-330000"), SignIn.office())) {
            assertThatThrownBy(() -> as(actor, () -> corrections.draft("a.yaml", bytes(file(10, 13)), "mine")))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as(actor, () -> corrections.preview(draft)))
                    .isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> as(actor, () -> corrections.confirm(draft, "")))
                    .isInstanceOf(NotAllowed.class);
        }
    }

    @Test
    void anOfficerWhoTriesOverHttpFindsNoSuchPage() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get("/desk/law").body()).doesNotContain("/desk/admin/law");
        assertThat(officer.get("/desk/admin/law").statusCode()).isIn(403, 404);
        assertThat(officer.upload("/desk/admin/law", "file", "a.yaml", bytes(file(10, 12)), Map.of("reason", "mine"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(officer.post("/desk/admin/law/" + draft(file(10, 12)) + "/confirm", Map.of("digest", "x"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(register.find(rule).orElseThrow().versions().get(1).rule())
                .isInstanceOfSatisfying(
                        DeadlineRule.class, kept -> assertThat(kept.limit()).isEqualTo(10));
    }

    @Test
    void aClockIsChangedOnItsPageByItsOwnAgencyAlone() {
        String caseNo = "clock-" + own;
        clocks.due(caseNo, "commerce.lead-check", Jurisdiction.parse("commerce-330000"));
        String page = "/desk/clocks/" + clocks.of(caseNo).get(0).id();
        Map<String, String> pause = Map.of("ground", "TESTING", "reason", "sample sent", "day", "2026-11-02");

        HttpUser stranger = HttpUser.signedIn(port, "commerce-gd");
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page + "/suspend", pause).statusCode()).isEqualTo(404);

        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get(page).body()).contains("Let it stand still").doesNotContain("Make it longer");
        assertThat(officer.post(page + "/extend", Map.of("amount", "15", "reason", "mine"))
                        .statusCode())
                .as("the head's to decide")
                .isEqualTo(400);
        assertThat(officer.post(page + "/suspend", pause).statusCode()).isEqualTo(302);
        assertThat(officer.get(page).body()).contains("stands still", "sample sent", "Let it run again");
        assertThat(officer.post(page + "/resume", Map.of("day", "2026-11-02")).statusCode())
                .isEqualTo(302);

        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        assertThat(head.post(page + "/extend", Map.of("amount", "16", "reason", "many"))
                        .body())
                .contains("The clock can be made longer by 1 to 15, not by 16.");
        assertThat(head.post(page + "/extend", Map.of("amount", "15", "reason", "many"))
                        .statusCode())
                .isEqualTo(302);
        // see StatutoryClocksTest: 15 and 15 working days after 2 November
        assertThat(clocks.of(caseNo).get(0).dueAt()).isEqualTo(endOf("2026-12-14"));
    }

    @Test
    void hostileFilesAreAnsweredWithASentence() {
        HttpUser administrator = HttpUser.signedIn(port, "admin");
        assertThat(refusal(administrator, "a: &a [1]\nb: [*a, *a]\n")).contains("uses an anchor or alias in line 1");
        assertThat(refusal(administrator, "deadlines: !!java.net.URL [\"http://example.org\"]\n"))
                .contains("uses the tag");
        assertThat(refusal(administrator, "deadlines: " + "x".repeat(3_000_000)))
                .contains("larger than 1000 kilobytes");
        assertThat(refusal(administrator, "<script>alert(1)</script>: 1\n"))
                .contains("holds none of the lists")
                .doesNotContain("<script>alert");
        assertThat(administrator.postWithoutToken("/desk/admin/law", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAdministratorTakesARuleAwayCorrectsItLooksAndConfirms() {
        clocks.due("a-" + own, rule);
        HttpUser administrator = HttpUser.signedIn(port, "admin");
        String taken = administrator.get("/desk/law/" + rule + "/file").body();
        String corrected = taken.replaceFirst("(?s)(from: 2026-07-01.*?)limit: 10", "$1limit: 12");
        String address = administrator
                .upload("/desk/admin/law", "file", "deadlines (1).yaml", bytes(corrected), Map.of("reason", "compared"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String draft = address.substring(address.indexOf("/desk"));
        String page = administrator.get(draft).body();
        assertThat(page).contains("One open clock moves.", "a-" + own, "16 Nov 2026", "18 Nov 2026", "compared");
        assertThat(administrator.get(draft + "/moves.csv").body()).contains("a-" + own);
        String digest = page.replaceFirst("(?s).*name=\"digest\" value=\"([0-9a-f]+)\".*", "$1");
        assertThat(administrator
                        .post(draft + "/confirm", Map.of("digest", digest))
                        .statusCode())
                .isEqualTo(302);
        assertThat(due("a-")).isEqualTo(endOf("2026-11-18"));
        assertThat(administrator.get("/desk/law/" + rule).body()).contains("12 working days");
        assertThat(administrator.get("/desk/law").body())
                .as("the calendar's last years, with the notice that is still awaited")
                .contains("Working calendar", "awaited", "14 Feb, 28 Feb");
    }

    /** 10 working days so far, and from 1 July 2026. */
    private String file(int before, int after) {
        return """
                deadlines:
                  - id: %1$s
                    name: Test of a correction
                    nameZh: 修改测试
                    startsAt: event
                    startsAtZh: 事件
                    duty: OFFICER
                    versionOn: EVENT
                    versions:
                      - from: 2020-01-01
                        to: 2026-06-30
                        limit: %2$d
                        unit: WORKING_DAY
                        law: Old
                        lawZh: 旧法
                        article: "1"
                        verified: false
                      - from: 2026-07-01
                        limit: %3$d
                        unit: WORKING_DAY
                        law: New
                        lawZh: 新法
                        article: "2"
                        verified: false
                """.formatted(rule, before, after);
    }

    private void enter(String text) {
        UUID draft = draft(text);
        admin(() -> corrections.confirm(draft, corrections.preview(draft).digest()));
    }

    private UUID draft(String text) {
        return admin(() -> corrections.draft("rule.yaml", bytes(text), "compared with the text"));
    }

    private <T> T admin(Supplier<T> work) {
        return as(ADMINISTRATOR, work);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return SignIn.as(engineIdentity, actor, work);
    }

    private String refusal(HttpUser administrator, String text) {
        var answer = administrator.upload("/desk/admin/law", "file", "law.yaml", bytes(text), Map.of("reason", "why"));
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    private static void refused(String messageKey, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    private int limitIn(Law law) {
        return law.current()
                .inForce(DeadlineRule.class, rule, LocalDate.of(2026, 11, 2))
                .limit();
    }

    private StatutoryClock one(String prefix) {
        return clocks.of(prefix + own).get(0);
    }

    private Instant due(String prefix) {
        return one(prefix).dueAt();
    }

    private String otherClocks() {
        return jdbc.sql("select md5(string_agg(id || ' ' || due_at, ',' order by id)) from statutory_clock"
                        + " where subject <> :subject")
                .param("subject", "a-" + own)
                .query(String.class)
                .single();
    }

    private long audited(String action, String subject) {
        return jdbc.sql("select count(*) from audit_entry where action = :action and subject_id = :subject")
                .param("action", action)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Instant endOf(String day) {
        return WorkingCalendar.endOf(LocalDate.parse(day));
    }

    private static void now(String time) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(time).toInstant()));
    }
}
