package org.qingwang.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.briefing.Briefing;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.StrictYaml;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * If this fails, whoever tries the product finds no campaign to look at, or one with holes. The longest stories of
 * each kind are played once.
 */
@QingwangTest
class DemonstrationTest {

    private static final String NAME = "test";
    private static final Set<String> STORIES =
            Set.of("penalty", "joined", "detention", "referred", "noticed", "supervised", "disputed", "unclear");

    @Autowired
    Play play;

    @Autowired
    Steps steps;

    @Autowired
    Desk desk;

    @Autowired
    CampaignService campaigns;

    @Autowired
    BriefingDesk briefings;

    @Autowired
    Demonstration demonstration;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void storiesArePlayedOnceThoughTwoRunsAreBrokenOff() throws Exception {
        Script script = script().once(STORIES);
        breakOff(script, () -> count("select count(*) from demonstration_step where script = 'test'") > 40);
        breakOff(script, () -> count("select count(*) from briefing_version where published_at is not null") > 4);

        assertThat(play.play(NAME, script).missed())
                .as("moves nobody could make")
                .isEmpty();

        Map<String, String> done = steps.done(NAME);
        assertThat(play.play(NAME, script).moves()).isZero();
        assertThat(steps.done(NAME)).as("a second run makes no move").isEqualTo(done);
        int papers = script.papers().stream().mapToInt(Script.Papers::count).sum();
        assertThat(count("select count(*) from complaint where contact = 'contact@holder.example'"))
                .as("one complaint each, whatever was broken off")
                .isEqualTo(papers);
        assertThat(count("select count(*) from act_ru_job where lock_owner_ = 'moved-clock'"))
                .as("what is still to come is left to the executors")
                .isZero();
        campaignRuns(done.get(CampaignParts.DRAFTED));
    }

    /** As a killed application does: whatever was under way is rolled back. */
    private void breakOff(Script script, Callable<Boolean> farEnough) throws InterruptedException {
        AtomicReference<Exception> end = new AtomicReference<>();
        Thread first = new Thread(() -> {
            try {
                play.play(NAME, script);
            } catch (InterruptedException | RuntimeException e) {
                end.set(e);
            }
        });
        first.start();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(farEnough);
        first.interrupt();
        first.join();
        assertThat(end.get()).isNotNull();
    }

    private void campaignRuns(String campaignNo) {
        assertThat(demonstration.isInvented(campaignNo)).isTrue();
        assertThat(demonstration.isInvented("ZX-1999-0001")).isFalse();
        Actor office = desk.person("office").orElseThrow();
        Campaign campaign = campaigns.get(campaignNo);
        assertThat(campaign.stage()).isEqualTo(Campaign.Stage.RUNNING);
        assertThat(campaign.plan().lastDay()).as("extended").isAfter(campaign.plannedLastDay());
        assertThat(desk.as(office, () -> briefings.of(campaignNo)))
                .filteredOn(one -> one.stage() == Briefing.Stage.PUBLISHED)
                .hasSize(8)
                .extracting(Briefing::version)
                .as("one of them was corrected")
                .containsOnlyOnce(2);
        assertThat(count("select count(distinct stage || coalesce(ending, '') || warnings) from pledge"
                        + " where firm like '91330100MA90009%' or firm like '91440300MA90009%'"))
                .as("firms stand everywhere a pledge can stand")
                .isGreaterThanOrEqualTo(7);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Script script() throws IOException {
        return StrictYaml.read(new ClassPathResource("demonstration/stories.yaml"), Script.class, "play");
    }
}
