package org.qingwang.engine.tasklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The lists everybody has in Tasklist, each by the rights of whoever looks. Each start makes those that are missing and
 * brings those up to date that this release made otherwise than the last; what an administrator changed in them since, and
 * lists of an administrator's own, stay. Nobody else may make any: a stored filter holds expressions.
 */
@Component
@Order(StandardFilters.ORDER)
class StandardFilters implements ApplicationRunner {

    static final int ORDER = -90;

    /** Steps at which somebody outside has to act first: a party, a platform, a holder, a court, a procuratorate. */
    static final List<String> OUTSIDE = List.of(
            "Task_RecordAnswer",
            "Task_RecordDeclaration",
            "Task_RecordForwarding",
            "Task_RecordMeasures",
            "Task_RecordPayment",
            "Task_RecordReaction",
            "Task_RecordRestoration",
            "Task_RecordSupervision",
            "Task_RecordSupplement",
            "Task_AwaitCourtApplication",
            "Task_AwaitCourtExOfficio");

    /** What belongs to a campaign rather than to a case. */
    static final List<String> CAMPAIGN =
            List.of("campaign", "campaign-liaison", "key-task", "lasting-measure", "briefing", "weekly-return");

    private static final long LOCK = 0x71696e67_66696c74L;
    private static final String ME = "${currentUser()}";
    static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";
    private static final String IN_THREE_DAYS = "${dateTime().plusDays(3)}";

    /** What tells two tasks of one name apart. */
    static final List<Map<String, String>> NUMBERS = List.of(
            shown("caseNo", "Case · 案件"),
            shown("receiptNo", "Complaint · 投诉举报"),
            shown("campaignNo", "Campaign · 专项行动"),
            shown("returnNo", "Return · 报表"),
            shown("briefingNo", "Briefing · 工作简报"));

    private final FilterService filters;
    private final TaskService tasks;
    private final JdbcClient database;
    private final TransactionOperations transactions;

    StandardFilters(FilterService filters, TaskService tasks, JdbcClient database, TransactionOperations transactions) {
        this.filters = filters;
        this.tasks = tasks;
        this.database = database;
        this.transactions = transactions;
    }

    private static Map<String, String> shown(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!outdated().isEmpty()) {
            transactions.executeWithoutResult(transaction -> update());
        }
    }

    /** Another node may have done it while this one waited for the lock. */
    private void update() {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
        outdated().forEach((standard, stored) -> {
            Filter filter = stored == null ? filters.newTaskFilter() : stored;
            filters.saveFilter(
                    filter.setName(standard.name()).setQuery(standard.query()).setProperties(standard.properties()));
        });
    }

    /** @return the lists that are missing, with null, or stored as an earlier release made them */
    private Map<StandardFilter, Filter> outdated() {
        List<Filter> stored = filters.createTaskFilterQuery().list();
        Map<StandardFilter, Filter> outdated = new HashMap<>();
        for (StandardFilter standard : all()) {
            Filter known = stored.stream()
                    .filter(filter -> isOf(standard, filter))
                    .findFirst()
                    .orElse(null);
            if (known == null
                    || !standard.version().equals(known.getProperties().get(StandardFilter.VERSION))) {
                outdated.put(standard, known);
            }
        }
        return outdated;
    }

    /** Lists made before they had keys go by their names. */
    private static boolean isOf(StandardFilter standard, Filter filter) {
        Object key = filter.getProperties().get(StandardFilter.KEY);
        return key == null ? filter.getName().equals(standard.name()) : key.equals(standard.key());
    }

    List<StandardFilter> all() {
        List<StandardFilter> all = new ArrayList<>();
        all.add(list(
                "mine",
                "My tasks · 我的任务",
                10,
                "#0b6157",
                tasks.createTaskQuery().taskAssigneeExpression(ME)));
        all.add(list(
                "groups",
                "My groups’ tasks · 本组待领任务",
                20,
                "#3d5a80",
                tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS)));
        all.add(ours("overdue", "Overdue · 已超期", 30, "#a1260d", query -> query.dueBeforeExpression(NOW)));
        all.add(ours(
                "soon",
                "Due in three days · 三日内到期",
                40,
                "#8a5a00",
                query -> query.dueAfterExpression(NOW).dueBeforeExpression(IN_THREE_DAYS)));
        all.add(ours(
                "supervised",
                "Supervised cases · 督办案件",
                50,
                "#6d2f7d",
                query -> query.processDefinitionKey("case-supervision")));
        all.add(ours(
                "outside",
                "Waiting for others · 等待外部答复",
                60,
                "#4a5560",
                query -> query.taskDefinitionKeyIn(OUTSIDE.toArray(String[]::new))));
        all.add(ours("later", "Put off to a day · 已设跟进日期", 70, "#4a5560", query -> query.followUpAfterExpression(NOW)));
        all.add(new StandardFilter(
                "campaigns",
                "Campaigns · 专项行动",
                80,
                "#0b6157",
                NUMBERS,
                oursAndTaken().processDefinitionKeyIn(CAMPAIGN.toArray(String[]::new))));
        return all;
    }

    private StandardFilter ours(String key, String name, int place, String colour, UnaryOperator<TaskQuery> criteria) {
        return list(key, name, place, colour, criteria.apply(oursAndTaken()));
    }

    private static StandardFilter list(String key, String name, int place, String colour, TaskQuery query) {
        return new StandardFilter(key, name, place, colour, NUMBERS, query);
    }

    /** What is offered to the reader's groups, also if somebody has taken it. */
    private TaskQuery oursAndTaken() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
    }
}
