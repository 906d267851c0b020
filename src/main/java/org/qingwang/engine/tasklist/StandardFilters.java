package org.qingwang.engine.tasklist;

import java.util.List;
import java.util.Map;
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
 * The lists everybody has in Tasklist, each by the rights of whoever looks. Made once; an administrator may change them
 * later, and nobody else may make any: a stored filter holds expressions.
 */
@Component
@Order(StandardFilters.ORDER)
class StandardFilters implements ApplicationRunner {

    static final int ORDER = -90;

    private static final long LOCK = 0x71696e67_66696c74L;
    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";

    /** What tells two tasks of one name apart. */
    private static final List<Map<String, String>> NUMBERS = List.of(
            Map.of("name", "caseNo", "label", "Case · 案件"), Map.of("name", "receiptNo", "label", "Complaint · 投诉举报"));

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

    @Override
    public void run(ApplicationArguments arguments) {
        if (filters.createTaskFilterQuery().count() == 0) {
            transactions.executeWithoutResult(transaction -> make());
        }
    }

    private void make() {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
        if (filters.createTaskFilterQuery().count() > 0) {
            return;
        }
        save("My tasks · 我的任务", 10, "#0b6157", tasks.createTaskQuery().taskAssigneeExpression(ME));
        save(
                "My groups’ tasks · 本组待领任务",
                20,
                "#3d5a80",
                tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS));
        save(
                "Overdue · 已超期",
                30,
                "#a1260d",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(MY_GROUPS)
                        .includeAssignedTasks()
                        .dueBeforeExpression("${now()}"));
    }

    /** Without Tasklist's refresh: it would ask for the list every few seconds, for every tab anybody left open. */
    private void save(String name, int priority, String colour, TaskQuery query) {
        Filter filter = filters.newTaskFilter(name)
                .setQuery(query)
                .setProperties(Map.of("priority", priority, "color", colour, "refresh", false, "variables", NUMBERS));
        filters.saveFilter(filter);
    }
}
