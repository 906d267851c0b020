package org.qingwang.engine.tasklist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.qingwang.law.Watched;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A list in Tasklist for each campaign under way: made when it begins, called as it is, gone when it ends. What belongs to
 * a campaign is computed when the list is opened ({@link WaitingTaskManager}), so that it is never out of date.
 */
@Component
public class CampaignFilters implements Watched {

    /**
     * What a filter's query names instead of numbers: all that is open in a campaign. As a pattern, because the engine
     * forgets a list of numbers where Tasklist sorts or searches in a list.
     */
    static final String MARK = "campaign:";

    /** Property of a filter that tells whose it is. */
    static final String CAMPAIGN = "campaign";

    private static final long LOCK = 0x71696e67_63616d70L;
    private static final int MOST = 500;
    private static final int PLACE = 90;

    private final FilterService filters;
    private final TaskService tasks;
    private final CampaignLists campaigns;
    private final JdbcClient database;

    CampaignFilters(FilterService filters, TaskService tasks, CampaignLists campaigns, JdbcClient database) {
        this.filters = filters;
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.database = database;
    }

    @Override
    public String subject() {
        return "lists of campaigns";
    }

    @Override
    @Transactional
    public void bringUpToDate() {
        List<CampaignLists.Running> running = campaigns.running();
        if (isUpToDate(running, stored())) {
            return;
        }
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
        Map<String, Filter> stored = stored();
        running.forEach(campaign -> put(campaign, stored.remove(campaign.campaignNo())));
        stored.values().forEach(over -> filters.deleteFilter(over.getId()));
    }

    private Map<String, Filter> stored() {
        Map<String, Filter> stored = new HashMap<>();
        for (Filter filter : filters.createTaskFilterQuery().listPage(0, MOST)) {
            Object campaign = filter.getProperties().get(CAMPAIGN);
            if (campaign != null) {
                stored.put(campaign.toString(), filter);
            }
        }
        return stored;
    }

    private static boolean isUpToDate(List<CampaignLists.Running> running, Map<String, Filter> stored) {
        Map<String, String> wanted =
                running.stream().collect(Collectors.toMap(CampaignLists.Running::campaignNo, CampaignFilters::name));
        Map<String, String> present = stored.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, known -> known.getValue().getName()));
        return wanted.equals(present);
    }

    private void put(CampaignLists.Running campaign, Filter known) {
        Filter filter = known == null ? filters.newTaskFilter() : known;
        if (name(campaign).equals(filter.getName())) {
            return;
        }
        Map<String, Object> properties = new TreeMap<>(
                Map.of("priority", PLACE, "color", "#0b6157", "refresh", false, "variables", StandardFilters.NUMBERS));
        properties.put(CAMPAIGN, campaign.campaignNo());
        filters.saveFilter(filter.setName(name(campaign))
                .setQuery(tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(StandardFilters.MY_GROUPS)
                        .includeAssignedTasks()
                        .processInstanceBusinessKeyLike(MARK + campaign.campaignNo()))
                .setProperties(properties));
    }

    private static String name(CampaignLists.Running campaign) {
        return campaign.name() + BilingualNames.BETWEEN + campaign.nameZh();
    }
}
