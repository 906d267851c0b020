package org.qingwang.law;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.qingwang.agency.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code clock_pause} and {@code clock_act}: what happened to a clock between its start and its end. */
@Repository
class ClockHistory {

    private final JdbcClient jdbc;

    ClockHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void beginPause(long clockId, Instant from, SuspensionGround ground, String reason) {
        jdbc.sql("insert into clock_pause (clock_id, from_at, ground, reason) values (:clock, :from, :ground, :reason)")
                .param("clock", clockId)
                .param("from", ClockRows.utc(from))
                .param("ground", ground.name())
                .param("reason", reason)
                .update();
    }

    void endPause(long clockId, Instant to) {
        jdbc.sql("update clock_pause set to_at = :to where clock_id = :clock and to_at is null")
                .param("to", ClockRows.utc(to))
                .param("clock", clockId)
                .update();
    }

    /** @return times in which the clock stood still, oldest first; the last one may not have ended */
    List<Pause> pausesOf(long clockId) {
        return jdbc.sql(
                        "select from_at, to_at, ground, reason from clock_pause where clock_id = :clock order by pause_id")
                .param("clock", clockId)
                .query((row, number) -> new Pause(
                        ClockRows.instant(row, "from_at"),
                        ClockRows.instant(row, "to_at"),
                        SuspensionGround.valueOf(row.getString("ground")),
                        row.getString("reason")))
                .list();
    }

    void add(long clockId, ClockAct act, Actor by) {
        jdbc.sql("""
                        insert into clock_act (clock_id, kind, at, by_id, by_name, reason, amount, due_before, due_after)
                        values (:clock, :kind, :at, :byId, :byName, :reason, :amount, :before, :after)""")
                .param("clock", clockId)
                .param("kind", act.kind().name())
                .param("at", ClockRows.utc(act.at()))
                .param("byId", by.userId())
                .param("byName", by.name())
                .param("reason", act.reason())
                .param("amount", act.amount(), Types.INTEGER)
                .param("before", ClockRows.utc(act.dueBefore()))
                .param("after", ClockRows.utc(act.dueAfter()))
                .update();
    }

    /** @return what was done to the clock, oldest first */
    List<ClockAct> actsOf(long clockId) {
        return jdbc.sql("select * from clock_act where clock_id = :clock order by act_id")
                .param("clock", clockId)
                .query((row, number) -> new ClockAct(
                        ClockAct.Kind.valueOf(row.getString("kind")),
                        ClockRows.instant(row, "at"),
                        row.getString("by_name"),
                        row.getString("reason"),
                        row.getObject("amount", Integer.class),
                        ClockRows.instant(row, "due_before"),
                        ClockRows.instant(row, "due_after")))
                .list();
    }
}
