package org.qingwang.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code statutory_clock}. At most one open row for each subject and rule. */
@Repository
class ClockRows {

    private static final String COLUMNS =
            "subject, rule, rule_version, started_at, due_at, met_at, missed_at, ended_by, provisional";

    private final JdbcClient jdbc;
    private final DeadlineRules rules;

    ClockRows(JdbcClient jdbc, DeadlineRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** @return false if a clock is open already for its subject and rule, and nothing was added */
    boolean addIfNoneOpen(StatutoryClock clock) {
        return jdbc.sql("""
                        insert into statutory_clock (subject, rule, rule_version, started_at, due_at, provisional)
                        values (:subject, :rule, :version, :startedAt, :dueAt, :provisional)
                        on conflict (subject, rule) where met_at is null do nothing""")
                        .param("subject", clock.subject())
                        .param("rule", clock.rule().id())
                        .param("version", clock.rule().from())
                        .param("startedAt", utc(clock.startedAt()))
                        .param("dueAt", utc(clock.dueAt()))
                        .param("provisional", clock.provisional())
                        .update()
                == 1;
    }

    Optional<StatutoryClock> open(String subject, String ruleId) {
        return jdbc.sql("select " + COLUMNS
                        + " from statutory_clock where subject = :subject and rule = :rule and met_at is null")
                .param("subject", subject)
                .param("rule", ruleId)
                .query(this::map)
                .optional();
    }

    List<StatutoryClock> of(String subject) {
        return jdbc.sql("select " + COLUMNS + " from statutory_clock where subject = :subject order by due_at, id")
                .param("subject", subject)
                .query(this::map)
                .list();
    }

    void setMet(String subject, String ruleId, Instant at, String by) {
        jdbc.sql("update statutory_clock set met_at = :at, ended_by = :by"
                        + " where subject = :subject and rule = :rule and met_at is null")
                .param("at", utc(at))
                .param("by", by)
                .param("subject", subject)
                .param("rule", ruleId)
                .update();
    }

    void setMissed(String subject, String ruleId, Instant at) {
        jdbc.sql("update statutory_clock set missed_at = :at"
                        + " where subject = :subject and rule = :rule and met_at is null and missed_at is null")
                .param("at", utc(at))
                .param("subject", subject)
                .param("rule", ruleId)
                .update();
    }

    private StatutoryClock map(ResultSet row, int number) throws SQLException {
        String ruleId = row.getString("rule");
        LocalDate version = row.getObject("rule_version", LocalDate.class);
        DeadlineRule rule = rules.version(ruleId, version)
                .orElseThrow(() -> new IllegalStateException("no version of " + ruleId + " from " + version));
        return new StatutoryClock(
                row.getString("subject"),
                rule,
                instant(row, "started_at"),
                instant(row, "due_at"),
                instant(row, "met_at"),
                instant(row, "missed_at"),
                row.getString("ended_by"),
                row.getBoolean("provisional"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
