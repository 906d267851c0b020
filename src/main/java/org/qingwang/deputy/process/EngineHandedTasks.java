package org.qingwang.deputy.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.deputy.HandedTasks;
import org.qingwang.engine.OwnDoing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps in the engine's own columns whose a task is: the assignee works it, the owner is who was away. Tasklist then shows
 * it among the deputy's own tasks, and no list asks for more than before.
 */
@Component
class EngineHandedTasks implements HandedTasks {

    /** What of the absent officer's the deputy could take alone: by the same groups, in the same agency. */
    private static final String DOABLE = """
            (t.tenant_id_ is null or t.tenant_id_ = any (:tenants::text[]))
            and exists (select from act_ru_identitylink l
                        where l.task_id_ = t.id_ and l.type_ = 'candidate'
                          and (l.group_id_ = any (:groups::text[]) or l.user_id_ = :deputy))
            """;

    private final TaskService tasks;
    private final OwnDoing ownDoing;
    private final AgencyService agencies;
    private final JdbcClient jdbc;

    EngineHandedTasks(TaskService tasks, OwnDoing ownDoing, AgencyService agencies, JdbcClient jdbc) {
        this.tasks = tasks;
        this.ownDoing = ownDoing;
        this.agencies = agencies;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> handOver(String absent, Officer deputy) {
        List<String> ids = ofAbsent(
                        "select t.id_ from act_ru_task t where t.assignee_ = :absent and t.suspension_state_ = 1 and "
                                + DOABLE + " order by t.id_ limit " + AT_ONCE,
                        absent,
                        deputy)
                .query(String.class)
                .list();
        return move(ids, task -> {
            task.setOwner(absent);
            task.setAssignee(deputy.id());
        });
    }

    @Override
    public int staying(String absent, Officer deputy) {
        return ofAbsent(
                        "select count(*) from act_ru_task t where t.assignee_ = :absent and not (" + DOABLE + ")",
                        absent,
                        deputy)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec ofAbsent(String sql, String absent, Officer deputy) {
        Set<String> tenants = agencies.tenantsOf(deputy.actor());
        return jdbc.sql(sql)
                .param("absent", absent)
                .param("deputy", deputy.id())
                .param("groups", deputy.groups().toArray(String[]::new))
                .param("tenants", tenants.toArray(String[]::new));
    }

    @Override
    public List<String> handBack(String absent, String deputy, boolean toGroup) {
        List<String> ids = jdbc.sql("select id_ from act_ru_task where assignee_ = :deputy and owner_ = :absent"
                        + " and suspension_state_ = 1 order by id_ limit " + AT_ONCE)
                .param("absent", absent)
                .param("deputy", deputy)
                .query(String.class)
                .list();
        return move(ids, task -> {
            task.setOwner(null);
            task.setAssignee(toGroup ? null : absent);
        });
    }

    @Override
    public boolean isAnyOut(String absent, String deputy) {
        return jdbc.sql("select exists (select from act_ru_task where assignee_ = :deputy and owner_ = :absent)")
                .param("absent", absent)
                .param("deputy", deputy)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Map<String, String> heldFor(String deputy) {
        Map<String, String> held = new HashMap<>();
        jdbc.sql("select id_, owner_ from act_ru_task where assignee_ = :deputy and owner_ <> :deputy limit 2000")
                .param("deputy", deputy)
                .query(row -> {
                    held.put(row.getString("id_"), row.getString("owner_"));
                });
        return held;
    }

    private List<String> move(List<String> ids, Consumer<Task> change) {
        List<String> moved = new ArrayList<>();
        if (!ids.isEmpty()) {
            ownDoing.run(() -> tasks.createTaskQuery()
                    .taskIdIn(ids.toArray(String[]::new))
                    .list()
                    .forEach(task -> {
                        change.accept(task);
                        tasks.saveTask(task);
                        moved.add(task.getId());
                    }));
        }
        return moved;
    }
}
