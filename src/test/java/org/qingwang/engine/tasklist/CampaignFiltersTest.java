package org.qingwang.engine.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.campaign.process.Campaigning;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list for each campaign: missing or out of date, officers of a campaign hunt for its cases among all others. */
@QingwangTest
class CampaignFiltersTest {

    @Autowired
    private CampaignFilters campaignFilters;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Campaigning campaigning;

    @Autowired
    private CaseStories stories;

    @Autowired
    private JdbcClient jdbc;

    private final String name = "Campaign " + UUID.randomUUID();

    @AfterEach
    void leaveNone() {
        filters.createTaskFilterQuery().list().stream()
                .filter(filter -> filter.getProperties().containsKey(CampaignFilters.CAMPAIGN))
                .forEach(filter -> filters.deleteFilter(filter.getId()));
    }

    private String running() {
        Map<String, Object> plan = campaigning.plan();
        plan.put("name", name);
        return campaigning.running(plan);
    }

    private List<Filter> lists() {
        return filters.createTaskFilterQuery().filterName(name + " · 清网行动").list();
    }

    private Task taskAt(String jurisdiction) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(stories.open(jurisdiction))
                .singleResult();
    }

    private long shown(Actor reader, Task task) {
        String list = lists().get(0).getId();
        return SignIn.as(
                identity,
                reader,
                () -> filters.count(list, tasks.createTaskQuery().taskId(task.getId())));
    }

    @Test
    void itShowsWhatIsOpenInTheCampaignToThoseWhoseItIs() {
        running();
        campaignFilters.bringUpToDate();
        Task ours = taskAt("commerce-330000");
        Task elsewhere = taskAt("commerce-310000");

        assertThat(shown(SignIn.head("commerce-330000"), ours)).isEqualTo(1);
        assertThat(shown(SignIn.head("commerce-440000"), ours))
                .as("another agency’s")
                .isZero();
        assertThat(shown(SignIn.head("commerce-310000"), elsewhere))
                .as("a region the campaign leaves out")
                .isZero();
        String list = lists().get(0).getId();
        List<Task> page = SignIn.as(identity, SignIn.head("commerce-330000"), () -> filters.listPage(list, 0, 500));
        assertThat(page).extracting(Task::getId).contains(ours.getId());
    }

    @Test
    void itComesAndGoesWithTheCampaignAndIsMadeOnce() {
        String campaignNo = running();

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(campaignFilters::bringUpToDate),
                        CompletableFuture.runAsync(campaignFilters::bringUpToDate))
                .join();
        assertThat(lists()).hasSize(1);
        String id = lists().get(0).getId();
        campaignFilters.bringUpToDate();
        assertThat(lists()).extracting(Filter::getId).containsExactly(id);

        jdbc.sql("update campaign set stage = 'EVALUATION' where campaign_no = :no")
                .param("no", campaignNo)
                .update();
        campaignFilters.bringUpToDate();
        assertThat(lists()).isEmpty();
    }
}
