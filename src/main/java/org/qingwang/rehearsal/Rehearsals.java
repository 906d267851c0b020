package org.qingwang.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qingwang.rehearsal.Rehearsal.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code rehearsal}. */
@Repository
class Rehearsals {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Rehearsals(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('rehearsal_number')").query(Long.class).single();
    }

    /** @return whether it went in; not if the form was sent before */
    boolean add(Rehearsal rehearsal, UUID formKey) {
        return jdbc.sql("""
                        insert into rehearsal (rehearsal_no, asked_by, asked_name, asked_at, form_key, stage, plan)
                        values (:no, :by, :name, :at, :key, :stage, cast(:plan as jsonb))
                        on conflict (form_key) do nothing""")
                        .param("no", rehearsal.rehearsalNo())
                        .param("by", rehearsal.askedBy())
                        .param("name", rehearsal.askedName())
                        .param("at", utc(rehearsal.askedAt()))
                        .param("key", formKey)
                        .param("stage", rehearsal.stage().name())
                        .param("plan", written(rehearsal.plan()))
                        .update()
                == 1;
    }

    Optional<Rehearsal> find(String rehearsalNo) {
        return jdbc.sql("select * from rehearsal where rehearsal_no = ?")
                .param(rehearsalNo)
                .query((row, n) -> map(row))
                .optional();
    }

    /** @return the one that came of this form */
    Optional<Rehearsal> ofForm(UUID formKey) {
        return jdbc.sql("select * from rehearsal where form_key = ?")
                .param(formKey)
                .query((row, n) -> map(row))
                .optional();
    }

    List<Rehearsal> newest(int offset, int most) {
        return jdbc.sql("select * from rehearsal order by asked_at desc, rehearsal_no offset ? limit ?")
                .params(offset, most)
                .query((row, n) -> map(row))
                .list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from rehearsal where stage = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    boolean anyOpen() {
        return jdbc.sql("select exists (select from rehearsal where stage in ('WAITING', 'RUNNING'))")
                .query(Boolean.class)
                .single();
    }

    /** Those a node died with wait again; what died twice is given up. Only while nobody else rehearses. */
    void takeUpBroken(int mostBegun, Instant now) {
        jdbc.sql("""
                        update rehearsal set stage = case when begun < :most then 'WAITING' else 'FAILED' end,
                               problem = case when begun < :most then null else 'rehearsal.problem.broken' end,
                               ended_at = case when begun < :most then null else cast(:now as timestamptz) end
                        where stage = 'RUNNING'""").param("most", mostBegun).param("now", utc(now)).update();
    }

    /** @return the one that has waited longest, begun */
    Optional<Rehearsal> begin(Instant now) {
        return jdbc.sql("""
                        update rehearsal set stage = 'RUNNING', begun = begun + 1, begun_at = :now, run = 1, percent = 0
                        where rehearsal_no = (select rehearsal_no from rehearsal where stage = 'WAITING'
                                              order by asked_at, rehearsal_no limit 1 for update skip locked)
                        returning *""").param("now", utc(now)).query((row, n) -> map(row)).optional();
    }

    /** @return false if somebody has ended it */
    boolean advance(String rehearsalNo, int run, int percent) {
        return jdbc.sql("update rehearsal set run = ?, percent = ? where rehearsal_no = ? and stage = 'RUNNING'")
                        .params(run, percent, rehearsalNo)
                        .update()
                == 1;
    }

    /** @return whether it was not over already */
    boolean cancel(String rehearsalNo, Instant now) {
        return jdbc.sql("update rehearsal set stage = 'CANCELLED', ended_at = :now"
                                + " where rehearsal_no = :no and stage in ('WAITING', 'RUNNING')")
                        .param("now", utc(now))
                        .param("no", rehearsalNo)
                        .update()
                == 1;
    }

    void setDone(String rehearsalNo, Answer answer, Instant now) {
        jdbc.sql("update rehearsal set stage = 'DONE', percent = 100, answer = cast(:answer as jsonb), ended_at = :now"
                        + " where rehearsal_no = :no and stage = 'RUNNING'")
                .param("answer", written(answer))
                .param("now", utc(now))
                .param("no", rehearsalNo)
                .update();
    }

    void setFailed(String rehearsalNo, String problem, Instant now) {
        jdbc.sql("update rehearsal set stage = 'FAILED', problem = :problem, ended_at = :now"
                        + " where rehearsal_no = :no and stage = 'RUNNING'")
                .param("problem", problem)
                .param("now", utc(now))
                .param("no", rehearsalNo)
                .update();
    }

    private Rehearsal map(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        return new Rehearsal(
                row.getString("rehearsal_no"),
                row.getString("asked_by"),
                row.getString("asked_name"),
                instant(row, "asked_at"),
                Stage.valueOf(row.getString("stage")),
                read(row.getString("plan"), RehearsalPlan.class),
                answer == null ? Optional.empty() : Optional.of(read(answer, Answer.class)),
                row.getString("problem"),
                row.getInt("run"),
                row.getInt("percent"),
                instant(row, "begun_at"),
                instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rehearsal cannot be written", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rehearsal cannot be read", e);
        }
    }
}
