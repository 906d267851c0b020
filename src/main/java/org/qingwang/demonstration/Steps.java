package org.qingwang.demonstration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was played of a script. */
@Repository
class Steps {

    private final JdbcClient jdbc;

    Steps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return when the script was begun: now, or by an earlier run */
    Instant begin(String script, Instant now) {
        jdbc.sql("insert into demonstration (script, begun_at) values (?, ?) on conflict do nothing")
                .params(script, Timestamp.from(now))
                .update();
        return jdbc.sql("select begun_at from demonstration where script = ?")
                .param(script)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** @return when it was played to its end; empty if it was not */
    Optional<Instant> finished(String script) {
        return jdbc.sql("select finished_at from demonstration where script = ? and finished_at is not null")
                .param(script)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void finish(String script, Instant now) {
        jdbc.sql("update demonstration set finished_at = ? where script = ?")
                .params(Timestamp.from(now), script)
                .update();
    }

    /** Everything before this moment of the play was played. */
    int reach(String script, Instant moment) {
        return jdbc.sql("update demonstration set reached_at = ? where script = ?")
                .params(Timestamp.from(moment), script)
                .update();
    }

    /** @return where an earlier run was broken off; empty if there was none */
    Optional<Instant> reached(String script) {
        return jdbc.sql("select reached_at from demonstration where script = ? and reached_at is not null")
                .param(script)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** @return what came of each step that was done, by step */
    Map<String, String> done(String script) {
        Map<String, String> done = new HashMap<>();
        jdbc.sql("select step, subject from demonstration_step where script = ?")
                .param(script)
                .query(row -> {
                    done.put(row.getString(1), row.getString(2));
                });
        return done;
    }

    void add(String script, String step, String subject) {
        jdbc.sql("insert into demonstration_step (script, step, subject) values (?, ?, ?)")
                .params(script, step, subject)
                .update();
    }

    /** Whether a script made this campaign. */
    boolean isInvented(String campaignNo) {
        return jdbc.sql(
                        "select exists (select 1 from demonstration_step where step = 'campaign/draft' and subject = ?)")
                .param(campaignNo)
                .query(Boolean.class)
                .single();
    }
}
