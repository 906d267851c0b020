package org.qingwang.worklist;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many open tasks each person has taken. */
@Repository
class TaskLoads {

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskLoads(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param overdue of the tasks, past their day */
    record Taken(String user, int tasks, int overdue) {}

    /** @return who has most overdue tasks first, then most tasks */
    List<Taken> heaviest(Optional<Jurisdiction> of, int most) {
        return jdbc.sql("""
                        select assignee_, count(*) tasks, count(*) filter (where due_date_ < :now) overdue
                        from act_ru_task
                        where assignee_ is not null and (:tenant::text is null or tenant_id_ = :tenant::text)
                        group by assignee_ order by overdue desc, tasks desc, assignee_ limit :most
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("tenant", of.map(Jurisdiction::id).orElse(null), Types.VARCHAR)
                .param("most", most)
                .query((row, number) ->
                        new Taken(row.getString("assignee_"), row.getInt("tasks"), row.getInt("overdue")))
                .list();
    }
}
