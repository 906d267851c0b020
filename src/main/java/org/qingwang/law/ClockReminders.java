package org.qingwang.law;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code clock_reminder}: who was told what, once for each end a clock had. */
@Repository
class ClockReminders {

    private final JdbcClient jdbc;

    ClockReminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether this is new to the recipient */
    boolean add(StatutoryClock clock, ClockReminder.Kind kind, String recipient, Instant now) {
        return jdbc.sql("""
                        insert into clock_reminder (clock_id, recipient, kind, due_at, told_at)
                        values (:clock, :recipient, :kind, :due, :now)
                        on conflict do nothing""")
                        .param("clock", clock.id())
                        .param("recipient", recipient)
                        .param("kind", kind.name())
                        .param("due", ClockRows.utc(clock.dueAt()))
                        .param("now", ClockRows.utc(now))
                        .update()
                == 1;
    }

    /** @return what was told about a clock's present end, oldest first */
    List<ClockReminder> of(StatutoryClock clock) {
        return jdbc.sql(
                        "select * from clock_reminder where clock_id = :clock and due_at = :due order by told_at, recipient")
                .param("clock", clock.id())
                .param("due", ClockRows.utc(clock.dueAt()))
                .query((row, number) -> new ClockReminder(
                        row.getLong("clock_id"),
                        row.getString("recipient"),
                        ClockReminder.Kind.valueOf(row.getString("kind")),
                        ClockRows.instant(row, "told_at")))
                .list();
    }

    /** @return of which of these clocks these groups were last told what */
    Map<Long, ClockReminder.Kind> lastTold(Collection<Long> clocks, Collection<String> groups) {
        Map<Long, ClockReminder.Kind> told = new HashMap<>();
        if (clocks.isEmpty() || groups.isEmpty()) {
            return told;
        }
        jdbc.sql("select clock_id, kind from clock_reminder where clock_id in (:clocks) and recipient in (:groups)"
                        + " order by told_at")
                .param("clocks", clocks)
                .param("groups", groups)
                .query(row -> {
                    told.put(row.getLong("clock_id"), ClockReminder.Kind.valueOf(row.getString("kind")));
                });
        return told;
    }
}
