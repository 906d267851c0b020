package org.qingwang.engine.tasklist;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.json.JsonTaskQueryConverter;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Answers the one query officers' lists live from, "what waits for my groups, newest first", from {@link WaitingTasks},
 * and the one that opens a task, "the task of this name or case", from {@link NamedTasks}; every other task query goes
 * the engine's way. Measured at 100,000 open tasks of which one group holds a fifth: see docs/benchmarks.md.
 */
class WaitingTaskManager extends TaskManager {

    /** Criteria that leave a query a plain list of what waits for groups. */
    private static final Set<String> PLAIN = Set.of(
            JsonTaskQueryConverter.CANDIDATE_GROUP,
            JsonTaskQueryConverter.CANDIDATE_GROUPS,
            JsonTaskQueryConverter.CANDIDATE_GROUPS + "Expression",
            "taskCandidateGroupInExpression",
            JsonTaskQueryConverter.UNASSIGNED,
            JsonTaskQueryConverter.ORDERING_PROPERTIES);

    /** Criteria that name a task, and its place in the model, which alone would list thousands. */
    private static final Set<String> NAMING = Set.of(
            JsonTaskQueryConverter.TASK_ID,
            JsonTaskQueryConverter.PROCESS_INSTANCE_ID,
            JsonTaskQueryConverter.PROCESS_INSTANCE_BUSINESS_KEY,
            JsonTaskQueryConverter.KEY);

    private static final JsonTaskQueryConverter CRITERIA = new JsonTaskQueryConverter();

    /** Numbers a statement names at most: more than one jurisdiction has open, and all that supervisors page through. */
    private static final int MOST_NUMBERS = 5_000;

    private static final String ANY = "%";

    private final WaitingTasks waiting;
    private final ObjectProvider<CampaignLists> campaigns;

    WaitingTaskManager(WaitingTasks waiting, ObjectProvider<CampaignLists> campaigns) {
        this.waiting = waiting;
        this.campaigns = campaigns;
    }

    /** Puts what is open in a campaign where the list of a campaign names it. */
    @Override
    protected void configureQuery(TaskQueryImpl query) {
        super.configureQuery(query);
        String asked = query.getProcessInstanceBusinessKeyLike();
        if (asked != null && asked.startsWith(CampaignFilters.MARK)) {
            String[] open = openIn(asked.substring(CampaignFilters.MARK.length()));
            if (open.length > 0) {
                query.processInstanceBusinessKeyIn(open).processInstanceBusinessKeyLike(ANY);
            }
        }
    }

    private String[] openIn(String campaignNo) {
        Authentication reader = getCurrentAuthentication();
        return reader == null
                ? new String[0]
                : campaigns
                        .getObject()
                        .openIn(campaignNo, orNone(reader.getTenantIds()), MOST_NUMBERS)
                        .toArray(String[]::new);
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        if (namesATask(query)) {
            return named(query);
        }
        Optional<WaitingTasks.Viewer> viewer = viewerOfPlainList(query);
        if (viewer.isEmpty() || !isNewestFirst(query) || query.getMaxResults() == Integer.MAX_VALUE) {
            return super.findTasksByQueryCriteria(query);
        }
        List<String> ids =
                waiting.page(viewer.get(), query.getCandidateGroups(), query.getFirstResult(), query.getMaxResults());
        return load(ids);
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return viewerOfPlainList(query)
                .map(viewer -> waiting.count(viewer, query.getCandidateGroups()))
                .orElseGet(() -> super.findTaskCountByQueryCriteria(query));
    }

    /** None: a task without a process cannot be made here, and a part of a task would be one. */
    @Override
    public List<Task> findTasksByParentTaskId(String parentTaskId) {
        return List.of();
    }

    private static boolean namesATask(TaskQueryImpl query) {
        boolean named = query.getTaskId() != null
                || query.getProcessInstanceId() != null
                || query.getProcessInstanceBusinessKey() != null;
        return named
                && query.getQueries().size() == 1
                && query.getOrderingProperties().isEmpty()
                && NAMING.containsAll(CRITERIA.toJsonObject(query).keySet());
    }

    private List<Task> named(TaskQueryImpl query) {
        configureQuery(query);
        if (query.getAuthCheck().isAuthorizationCheckEnabled()) {
            return super.findTasksByQueryCriteria(query);
        }
        return NamedTasks.find(query, getDbEntityManager());
    }

    private Optional<WaitingTasks.Viewer> viewerOfPlainList(TaskQueryImpl query) {
        Authentication authentication = getCurrentAuthentication();
        if (authentication == null || !isPlainList(query)) {
            return Optional.empty();
        }
        getAuthorizationManager().configureQuery(query);
        getTenantManager().configureQuery(query);
        // A revoked right weighs against a grant; the product only grants, so the rare query may be the slow one.
        if (!query.getTenantCheck().isTenantCheckEnabled()
                || !query.getAuthCheck().isAuthorizationCheckEnabled()
                || query.getAuthCheck().isRevokeAuthorizationCheckEnabled()) {
            return Optional.empty();
        }
        return Optional.of(new WaitingTasks.Viewer(
                authentication.getUserId(),
                orNone(authentication.getGroupIds()),
                orNone(authentication.getTenantIds())));
    }

    private static boolean isPlainList(TaskQueryImpl query) {
        List<String> groups = query.getCandidateGroups();
        return groups != null
                && !groups.isEmpty()
                && !query.isIncludeAssignedTasks()
                && query.getQueries().size() == 1
                && PLAIN.containsAll(CRITERIA.toJsonObject(query).keySet());
    }

    private static boolean isNewestFirst(TaskQueryImpl query) {
        List<QueryOrderingProperty> order = query.getOrderingProperties();
        return order.size() == 1
                && order.get(0).getQueryProperty().equals(TaskQueryProperty.CREATE_TIME)
                && order.get(0).getDirection() == Direction.DESCENDING;
    }

    @SuppressWarnings("unchecked")
    private List<Task> load(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        TaskQueryImpl byId = new TaskQueryImpl();
        byId.taskIdIn(ids.toArray(String[]::new));
        // The ids were chosen under the viewer's rights; a query that asked for none would show no tenant's tasks.
        byId.getTenantCheck().setTenantCheckEnabled(false);
        List<Task> tasks = (List<Task>) getDbEntityManager().selectList("selectTaskByQueryCriteria", byId);
        Map<String, Integer> position =
                IntStream.range(0, ids.size()).boxed().collect(Collectors.toMap(ids::get, Function.identity()));
        return tasks.stream()
                .sorted(Comparator.comparing(task -> position.get(task.getId())))
                .toList();
    }

    private static List<String> orNone(List<String> values) {
        return values == null ? List.of() : values;
    }
}
