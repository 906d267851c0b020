package org.qingwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.platform.process.Notifier.AGENCY;
import static org.qingwang.platform.process.Notifier.OFFICER;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.BadFaith;
import org.qingwang.platform.Flag;
import org.qingwang.platform.LadderStep;
import org.qingwang.platform.NoticeDraft;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.PlatformRecord;
import org.qingwang.platform.PlatformService;
import org.qingwang.platform.process.Notifier;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, whoever sends malicious notices or keeps ignoring them goes uncounted, or is counted for another. */
@QingwangTest
class PlatformPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Notifier notifier;

    @Autowired
    NoticeService notices;

    @Autowired
    PlatformService platforms;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    IdentityService identity;

    @Autowired
    Clock clock;

    private final String own = UUID.randomUUID().toString().replace("-", "");

    @Test
    void aMaliciousNoticeCountsAgainstItsHolderHoweverTheNameIsSpelled() {
        String first = sent("Red Leaf " + own);
        String second = sent("ＲＥＤ leaf-" + own);
        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        Map<String, String> found = Map.of("kind", "MALICIOUS_NOTICE", "reason", "The right had lapsed");
        assertThat(head.post("/desk/notices/" + first + "/flags", found).statusCode())
                .isEqualTo(302);
        assertThat(head.post("/desk/notices/" + first + "/flags", found).statusCode())
                .as("twice is once")
                .isEqualTo(302);
        assertThat(head.get("/desk/notices/" + second).body()).contains("2 notices, 1 found malicious");
        assertThat(head.get("/desk/notices/" + first).body()).contains("The right had lapsed");
        assertThat(platforms.badFaith())
                .as("one count, though the name was written in two ways")
                .contains(new BadFaith(Flag.Kind.MALICIOUS_NOTICE, "Red Leaf " + own, 1, 2));
        assertThat(head.get("/desk/platforms").body()).contains("Found in bad faith", "Red Leaf " + own);
        assertThat(platforms.beside(notices.find(first).orElseThrow()).flags())
                .extracting(Flag::kind)
                .containsExactly(Flag.Kind.MALICIOUS_NOTICE);
    }

    @Test
    void onlyTheHeadFindsBadFaithAndOnlyInWhatExists() {
        String noticeNo = notifier.sent();
        Map<String, String> malicious = Map.of("kind", "MALICIOUS_NOTICE", "reason", "Lapsed");
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .post("/desk/notices/" + noticeNo + "/flags", malicious)
                        .statusCode())
                .isEqualTo(404);
        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        assertThat(head.post("/desk/notices/" + noticeNo + "/flags", Map.of("kind", "MALICIOUS_NOTICE"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(head.post(
                                "/desk/notices/" + noticeNo + "/flags",
                                Map.of("kind", "FALSE_DECLARATION", "reason", "Forged invoice"))
                        .body())
                .contains("has no declaration that could be false");
        String declared = notifier.declared();
        assertThat(head.post(
                                "/desk/notices/" + declared + "/flags",
                                Map.of("kind", "FALSE_DECLARATION", "reason", "Forged invoice"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void thePlatformsPublicationIsDueFromTheEndAndRecordedOnce() {
        String running = notifier.forwarded();
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        Map<String, String> published = Map.of("publishedOn", today(), "address", "https://street.example/ip/1");
        assertThat(officer.post("/desk/notices/" + running + "/publication", published)
                        .statusCode())
                .isEqualTo(400);
        String ended = notifier.uncontested();
        assertThat(clocks.open(ended, "platform.publication")).isPresent();
        for (String wrong : List.of("javascript:alert(1)", "street", "https://", "")) {
            assertThat(officer.post(
                                    "/desk/notices/" + ended + "/publication",
                                    Map.of("publishedOn", today(), "address", wrong))
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(officer.post("/desk/notices/" + ended + "/publication", published)
                        .statusCode())
                .isEqualTo(302);
        assertThat(officer.post("/desk/notices/" + ended + "/publication", published)
                        .statusCode())
                .isEqualTo(302);
        assertThat(clocks.open(ended, "platform.publication")).isEmpty();
        assertThat(officer.get("/desk/notices/" + ended).body()).contains("https://street.example/ip/1");
    }

    @Test
    void noStepAgainstAPlatformIsLeftOut() {
        String key = platformOf(sentTo("Street " + own));
        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        assertThat(step(head, key, "WARNING")).isEqualTo(400);
        assertThat(step(HttpUser.signedIn(port, "commerce-zj"), key, "TALK"))
                .as("an officer takes none")
                .isEqualTo(404);
        for (String early : List.of("TALK", "WARNING")) {
            assertThat(step(head, key, early, ago(9), "")).as(early).isEqualTo(302);
            assertThat(step(head, key, early, ago(9), "")).as("twice is once").isEqualTo(302);
        }
        for (String impossible : List.of("", ago(9), ago(400), "2999-01-01")) {
            assertThat(step(head, key, "RECTIFY", ago(9), impossible))
                    .as("to rectify by " + impossible)
                    .isEqualTo(400);
        }
        assertThat(step(head, key, "RECTIFY", ago(9), ago(2))).isEqualTo(302);
        assertThat(step(head, key, "STRICT", ago(2), ""))
                .as("nothing stricter before the time to rectify is over")
                .isEqualTo(400);
        assertThat(step(head, key, "STRICT", ago(1), "")).isEqualTo(302);
        assertThat(step(head, key, "CUT_OFF")).isEqualTo(302);
        PlatformRecord platform = platforms.platform(key).orElseThrow();
        assertThat(platform.steps()).extracting(LadderStep::step).containsExactly(LadderStep.Kind.values());
        assertThat(platform.steps()).extracting(LadderStep::jurisdiction).containsOnly(AGENCY);
        assertThat(head.get("/desk/platforms/" + key).body()).contains("All steps were taken");
    }

    @Test
    void aPlatformsRecordCountsWhatItDid() {
        String noticeNo = sentTo("Corner " + own);
        notifier.refuses(noticeNo);
        sentTo("ＣＯＲＮＥＲ " + own);
        PlatformRecord platform = platforms.platform(platformOf(noticeNo)).orElseThrow();
        assertThat(platform.notices()).isEqualTo(2);
        assertThat(platform.notActed()).isEqualTo(1);
        assertThat(platform.late()).isZero();
        assertThat(HttpUser.signedIn(port, "customs-gd").get("/desk/platforms").body())
                .contains("ＣＯＲＮＥＲ " + own);
        assertThat(HttpUser.signedIn(port, "admin").get("/desk/platforms").statusCode())
                .isEqualTo(404);
    }

    private int step(HttpUser user, String key, String step) {
        return step(user, key, step, today(), "");
    }

    private int step(HttpUser user, String key, String step, String takenOn, String rectifyBy) {
        return user.post(
                        "/desk/platforms/" + key + "/steps",
                        Map.of("step", step, "takenOn", takenOn, "rectifyBy", rectifyBy, "reason", "Keeps refusing"))
                .statusCode();
    }

    private String ago(int days) {
        return WorkingCalendar.dateOf(clock.instant()).minusDays(days).toString();
    }

    private String platformOf(String noticeNo) {
        return platforms.beside(notices.find(noticeNo).orElseThrow()).platformKey();
    }

    private String sent(String holder) {
        return send(notifier.draft().platform(), holder);
    }

    private String sentTo(String platform) {
        return send(platform, notifier.draft().holder());
    }

    private String send(String platform, String holder) {
        NoticeDraft draft = notifier.draft();
        String caseNo = notifier.assigned();
        return SignIn.as(
                identity,
                OFFICER,
                () -> notices.send(
                        caseNo,
                        new NoticeDraft(
                                draft.servedOn(),
                                platform,
                                null,
                                draft.seller(),
                                holder,
                                null,
                                draft.rightName(),
                                draft.evidence(),
                                draft.demanded(),
                                draft.listings())));
    }

    private String today() {
        return WorkingCalendar.dateOf(clock.instant()).toString();
    }
}
