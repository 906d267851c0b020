package org.qingwang.engine.tasklist;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open tasks nobody has taken yet, by candidate group, newest first. Triggers keep the table (V6). */
@Repository
class WaitingTasks {

    /** The same rule as the engine's own query: a grant to read all tasks, or the tasks of the definition. */
    private static final String VISIBLE = """
            (w.tenant_id is null or w.tenant_id = any(:tenants))
            and exists (
                select from act_ru_authorization a
                where a.type_ in (0, 1)
                  and (a.user_id_ in (:user, '*') or a.group_id_ = any(:mine))
                  and (   a.resource_type_ = 6 and a.resource_id_ in (w.definition_key, '*') and a.perms_ & 64 = 64
                       or a.resource_type_ = 7 and a.resource_id_ = '*' and a.perms_ & 2 = 2))""";

    private final JdbcClient jdbc;

    WaitingTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who looks, as the engine knows the person. */
    record Viewer(String user, Collection<String> groups, Collection<String> tenants) {}

    /** @return ids of the tasks on this page of the groups' waiting tasks that the viewer may see, newest first */
    List<String> page(Viewer viewer, Collection<String> groups, int offset, int size) {
        return jdbc.sql("""
                        select task_id from (
                            select distinct w.created, w.task_id
                            from unnest(:groups) asked(group_id)
                            cross join lateral (
                                select w.created, w.task_id from waiting_task w
                                where w.group_id = asked.group_id and %s
                                order by w.created desc, w.task_id desc
                                limit :reach) w) newest
                        order by created desc, task_id desc
                        offset :offset limit :size""".formatted(VISIBLE))
                .param("groups", array(groups))
                .param("user", viewer.user())
                .param("mine", array(viewer.groups()))
                .param("tenants", array(viewer.tenants()))
                .param("reach", (long) offset + size)
                .param("offset", offset)
                .param("size", size)
                .query(String.class)
                .list();
    }

    /** @return how many tasks wait for the groups, as far as the viewer may see them */
    long count(Viewer viewer, Collection<String> groups) {
        String counted = groups.size() == 1 ? "count(*)" : "count(distinct w.task_id)";
        return jdbc.sql("select %s from waiting_task w where w.group_id = any(:groups) and %s"
                        .formatted(counted, VISIBLE))
                .param("groups", array(groups))
                .param("user", viewer.user())
                .param("mine", array(viewer.groups()))
                .param("tenants", array(viewer.tenants()))
                .query(Long.class)
                .single();
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
