package org.qingwang.engine.moved;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What lies on people's desks in an engine that lives at another time, whoever they are. */
@Component
@ConditionalOnProperty(UnseenEngine.PROPERTY)
public class OpenTasks {

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param task its key in the model
     * @param number business key of its process
     * @param hands the group it waits for, or the account of whoever has it
     * @param due null if it has no date
     */
    public record Open(String id, String task, String number, String hands, Instant due, Instant created) {}

    /** @return tasks that came up then or later */
    public List<Open> since(Instant time) {
        return jdbc.sql("""
                        select t.id_, t.task_def_key_, p.business_key_, t.due_date_, t.create_time_,
                               coalesce(t.assignee_, (select min(l.group_id_) from act_ru_identitylink l
                                                      where l.task_id_ = t.id_ and l.type_ = 'candidate')) as hands
                        from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
                        where t.create_time_ >= ?""")
                .param(Timestamp.from(time))
                .query((row, number) -> {
                    Timestamp due = row.getTimestamp("due_date_");
                    return new Open(
                            row.getString("id_"),
                            row.getString("task_def_key_"),
                            row.getString("business_key_"),
                            row.getString("hands"),
                            due == null ? null : due.toInstant(),
                            row.getTimestamp("create_time_").toInstant());
                })
                .list();
    }

    /** @return ids of all of them: one that is missing here was done or has become needless */
    public Set<String> ids() {
        return jdbc.sql("select id_ from act_ru_task").query(String.class).set();
    }
}
