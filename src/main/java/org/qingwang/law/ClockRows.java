package org.qingwang.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qingwang.common.TransactionMemory;
import org.qingwang.law.StatutoryClock.Standstill;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code statutory_clock}. At most one open row for each subject and rule. */
@Repository
class ClockRows {

    private static final String SELECT = "select id, subject, case_no, jurisdiction, rule, rule_version, law_revision,"
            + " started_at, due_at, met_at, missed_at, ended_by, provisional, stopped, suspended_at, suspension_ground,"
            + " extended, extensions, pauses from statutory_clock ";

    private final JdbcClient jdbc;
    private final Law law;

    /** A task's due date, its timer and the act itself ask for the same clock. */
    private final TransactionMemory<Key, StatutoryClock> openOnes = new TransactionMemory<>();

    ClockRows(JdbcClient jdbc, Law law) {
        this.jdbc = jdbc;
        this.law = law;
    }

    /** @return its row; empty if a clock is open already for its subject and rule, and nothing was added */
    Optional<Long> addIfNoneOpen(StatutoryClock clock, Instant next) {
        Optional<Long> id = insert(clock, next);
        id.ifPresent(given -> openOnes.put(Key.of(clock), clock.withId(given)));
        return id;
    }

    private Optional<Long> insert(StatutoryClock clock, Instant next) {
        return jdbc.sql("""
                        insert into statutory_clock (subject, case_no, jurisdiction, rule, rule_version, law_revision,
                            started_at, due_at, provisional, extended, next_at)
                        values (:subject, :caseNo, :jurisdiction, :rule, :version, :revision,
                            :startedAt, :dueAt, :provisional, :extended, :next)
                        on conflict (subject, rule) where met_at is null do nothing
                        returning id""")
                .param("subject", clock.subject())
                .param("caseNo", clock.caseNo(), Types.VARCHAR)
                .param("jurisdiction", clock.jurisdiction(), Types.VARCHAR)
                .param("rule", clock.rule().id())
                .param("version", clock.rule().from())
                .param("revision", clock.revision())
                .param("startedAt", utc(clock.startedAt()))
                .param("dueAt", utc(clock.dueAt()))
                .param("provisional", clock.provisional())
                .param("extended", clock.extended())
                .param("next", utc(next))
                .query(Long.class)
                .optional();
    }

    Optional<StatutoryClock> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::map)
                .optional();
    }

    List<StatutoryClock> all() {
        return jdbc.sql(SELECT + "order by id").query(this::map).list();
    }

    Optional<StatutoryClock> open(String subject, String ruleId) {
        return openOnes.get(new Key(subject, ruleId)).or(() -> readOpen(subject, ruleId));
    }

    private Optional<StatutoryClock> readOpen(String subject, String ruleId) {
        Optional<StatutoryClock> open = jdbc.sql(
                        SELECT + "where subject = :subject and rule = :rule and met_at is null")
                .param("subject", subject)
                .param("rule", ruleId)
                .query(this::map)
                .optional();
        open.ifPresent(clock -> openOnes.put(Key.of(clock), clock));
        return open;
    }

    /** The same, held until the end of the transaction: nobody else changes it meanwhile. */
    Optional<StatutoryClock> lockOpen(String subject, String ruleId) {
        return jdbc.sql(SELECT + "where subject = :subject and rule = :rule and met_at is null for update")
                .param("subject", subject)
                .param("rule", ruleId)
                .query(this::map)
                .optional();
    }

    /** @return the clocks of a case with those of its parts, or of a complaint */
    List<StatutoryClock> of(String number) {
        return jdbc.sql(SELECT + "where subject = :number or case_no = :number order by due_at, id")
                .param("number", number)
                .query(this::map)
                .list();
    }

    /** Held until the end of the transaction. */
    List<StatutoryClock> openOf(String subject) {
        return jdbc.sql(SELECT + "where subject = :subject and met_at is null order by id for update")
                .param("subject", subject)
                .query(this::map)
                .list();
    }

    /** @return open clocks of these jurisdictions, the earliest end first */
    List<StatutoryClock> openIn(Collection<String> jurisdictions, int most) {
        return jdbc.sql(SELECT
                        + "where jurisdiction in (:jurisdictions) and met_at is null order by due_at limit :most")
                .param("jurisdictions", jurisdictions)
                .param("most", most)
                .query(this::map)
                .list();
    }

    /**
     * Clocks that run and end in a span of time, the earliest end first.
     *
     * @param where whose; null for everybody's
     */
    List<StatutoryClock> ending(ClockPlace where, Instant from, Instant until, int most) {
        String whose = where == null ? "" : " and jurisdiction is not distinct from :jurisdiction::text";
        return jdbc.sql(SELECT + "where met_at is null and suspended_at is null and due_at >= :from and due_at < :until"
                        + whose + " order by due_at, id limit :most")
                .param("from", utc(from))
                .param("until", utc(until))
                .param("jurisdiction", where == null ? null : where.jurisdiction(), Types.VARCHAR)
                .param("most", most)
                .query(this::map)
                .list();
    }

    /** What runs for a case by rules that begin so at one jurisdiction runs at another from now on. */
    void handOver(String caseNo, String rules, String from, String to) {
        openOnes.forget();
        jdbc.sql("update statutory_clock set jurisdiction = :to where met_at is null and jurisdiction = :from"
                        + " and (subject = :case or case_no = :case) and starts_with(rule, :rules)")
                .param("case", caseNo)
                .param("rules", rules)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** @return open clocks of these numbers: cases with all their parts, complaints */
    List<StatutoryClock> openOfAny(Collection<String> numbers) {
        return jdbc.sql(
                        SELECT
                                + "where met_at is null and (subject = any (:numbers::text[]) or case_no = any (:numbers::text[]))")
                .param("numbers", numbers.toArray(String[]::new))
                .query(this::map)
                .list();
    }

    /** @return the earliest end first */
    List<StatutoryClock> all(Collection<Long> ids) {
        return jdbc.sql(SELECT + "where id = any (:ids::bigint[]) order by due_at, id")
                .param("ids", ids.toArray(Long[]::new))
                .query(this::map)
                .list();
    }

    /** @return open clocks a group was told of, the earliest end first */
    List<StatutoryClock> openToldTo(String recipient, int most) {
        return jdbc.sql(SELECT + "where met_at is null and id in (select clock_id from clock_reminder"
                        + " where recipient = :recipient) order by due_at limit :most")
                .param("recipient", recipient)
                .param("most", most)
                .query(this::map)
                .list();
    }

    /** @return open clocks somebody has to be told about, locked; those another node holds are left to it */
    List<StatutoryClock> lockDue(Instant now, int most) {
        return jdbc.sql(SELECT + "where met_at is null and next_at <= :now order by next_at limit :most"
                        + " for update skip locked")
                .param("now", utc(now))
                .param("most", most)
                .query(this::map)
                .list();
    }

    /**
     * Open clocks that a corrected file of law touches and that were last counted before its revision.
     *
     * @param afterId only those with a higher id, in their order
     * @param lock whether to keep everybody else from changing them until the transaction ends
     */
    List<StatutoryClock> touchedBy(LawChange change, int revision, long afterId, int most, boolean lock) {
        boolean byRule = change.year() == null;
        String touched = byRule ? "rule in (:rules)" : "started_at < :yearsEnd and due_at >= :yearsBegin";
        JdbcClient.StatementSpec query = jdbc.sql(
                        SELECT + "where met_at is null and id > :after and law_revision < :revision" + " and " + touched
                                + " order by id limit :most" + (lock ? " for update" : ""))
                .param("after", afterId)
                .param("revision", revision)
                .param("most", most);
        query = byRule
                ? query.param("rules", change.rules())
                : query.param("yearsBegin", begin(change.year())).param("yearsEnd", begin(change.year() + 1));
        return query.query(this::map).list();
    }

    /** Open clocks that rest on a calendar which was not confirmed when they were counted, by id, locked. */
    List<StatutoryClock> provisional(long afterId, int most) {
        return jdbc.sql(SELECT
                        + "where met_at is null and provisional and id > :after order by id limit :most for update")
                .param("after", afterId)
                .param("most", most)
                .query(this::map)
                .list();
    }

    private static OffsetDateTime begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(WorkingCalendar.ZONE).toOffsetDateTime();
    }

    /** @return how many open clocks, and of how many cases and complaints, rest on each version of a rule */
    List<Resting> resting() {
        return jdbc.sql(
                        "select rule, rule_version, count(*) as clocks, count(distinct coalesce(case_no, subject)) as files"
                                + " from statutory_clock where met_at is null group by rule, rule_version")
                .query((row, number) -> new Resting(
                        row.getString("rule"),
                        row.getObject("rule_version", LocalDate.class),
                        row.getLong("clocks"),
                        row.getLong("files")))
                .list();
    }

    /** @return how many clocks ever ran under each version of a rule */
    Map<LocalDate, Long> everUnder(String ruleId) {
        Map<LocalDate, Long> counts = new TreeMap<>();
        jdbc.sql(
                        "select rule_version, count(*) as clocks from statutory_clock where rule = :rule group by rule_version")
                .param("rule", ruleId)
                .query(row -> {
                    counts.put(row.getObject("rule_version", LocalDate.class), row.getLong("clocks"));
                });
        return counts;
    }

    /** How many open clocks of a jurisdiction, none that stands still, have ended and how many end soon. */
    record Ending(String jurisdiction, long missed, long due) {}

    /** @return one for each of the jurisdictions, by the index of their open clocks */
    List<Ending> ending(Collection<String> jurisdictions, Instant now, Instant until) {
        return jdbc.sql("""
                        select j.id as jurisdiction,
                               (select count(*) from statutory_clock c where c.jurisdiction = j.id and c.met_at is null
                                and c.suspended_at is null and c.due_at < :now) as missed,
                               (select count(*) from statutory_clock c where c.jurisdiction = j.id and c.met_at is null
                                and c.suspended_at is null and c.due_at >= :now and c.due_at < :until) as due
                        from unnest(:jurisdictions::text[]) j(id)""")
                .param("jurisdictions", jurisdictions.toArray(String[]::new))
                .param("now", utc(now))
                .param("until", utc(until))
                .query(Ending.class)
                .list();
    }

    /** @return whether a clock was open, runs and has not ended: what almost every clock is when it is met */
    boolean setMetInTime(String subject, String ruleId, Instant at, String by) {
        openOnes.forget();
        return jdbc.sql("update statutory_clock set met_at = :at, ended_by = :by"
                                + " where subject = :subject and rule = :rule and met_at is null"
                                + " and suspended_at is null and due_at >= :at")
                        .param("at", utc(at))
                        .param("by", by)
                        .param("subject", subject)
                        .param("rule", ruleId)
                        .update()
                == 1;
    }

    void setMet(String subject, String ruleId, Instant at, String by) {
        openOnes.forget();
        jdbc.sql("update statutory_clock set met_at = :at, ended_by = :by"
                        + " where subject = :subject and rule = :rule and met_at is null")
                .param("at", utc(at))
                .param("by", by)
                .param("subject", subject)
                .param("rule", ruleId)
                .update();
    }

    void setStopped(long id, Instant at, String by) {
        openOnes.forget();
        jdbc.sql("update statutory_clock set met_at = :at, ended_by = :by, stopped = true where id = :id")
                .param("at", utc(at))
                .param("by", by)
                .param("id", id)
                .update();
    }

    /** @return whether this call was the one that found it missed */
    boolean setMissed(long id, Instant at) {
        openOnes.forget();
        return jdbc.sql("update statutory_clock set missed_at = :at where id = :id and missed_at is null")
                        .param("at", utc(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Writes where the clock ends and whether it stands still; a clock that ends later than now is not missed. */
    void setCount(StatutoryClock clock, Instant next) {
        openOnes.forget();
        Standstill standstill = clock.standstill();
        jdbc.sql("""
                        update statutory_clock
                        set due_at = :dueAt, rule_version = :version, law_revision = :revision, provisional = :provisional,
                            missed_at = :missedAt, suspended_at = :since, suspension_ground = :ground,
                            extended = :extended, extensions = :extensions, pauses = :pauses, next_at = :next
                        where id = :id""")
                .param("dueAt", utc(clock.dueAt()))
                .param("version", clock.rule().from())
                .param("revision", clock.revision())
                .param("provisional", clock.provisional())
                .param("missedAt", utc(clock.missedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("since", standstill == null ? null : utc(standstill.since()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ground", standstill == null ? null : standstill.ground().name(), Types.VARCHAR)
                .param("extended", clock.extended())
                .param("extensions", clock.extensions())
                .param("pauses", clock.pauses())
                .param("next", utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", clock.id())
                .update();
    }

    void setNext(long id, Instant next) {
        jdbc.sql("update statutory_clock set next_at = :next where id = :id")
                .param("next", utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    void setJurisdiction(long id, String jurisdiction) {
        openOnes.forget();
        jdbc.sql("update statutory_clock set jurisdiction = :jurisdiction where id = :id")
                .param("jurisdiction", jurisdiction)
                .param("id", id)
                .update();
    }

    private StatutoryClock map(ResultSet row, int number) throws SQLException {
        String ruleId = row.getString("rule");
        int revision = row.getInt("law_revision");
        Instant suspended = instant(row, "suspended_at");
        return new StatutoryClock(
                row.getLong("id"),
                row.getString("subject"),
                row.getString("case_no"),
                row.getString("jurisdiction"),
                law.asCounted(ruleId, row.getObject("rule_version", LocalDate.class), revision),
                revision,
                instant(row, "started_at"),
                instant(row, "due_at"),
                instant(row, "met_at"),
                instant(row, "missed_at"),
                row.getString("ended_by"),
                row.getBoolean("provisional"),
                row.getBoolean("stopped"),
                suspended == null
                        ? null
                        : new Standstill(suspended, SuspensionGround.valueOf(row.getString("suspension_ground"))),
                row.getInt("extended"),
                row.getInt("extensions"),
                row.getInt("pauses"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private record Key(String subject, String ruleId) {

        static Key of(StatutoryClock clock) {
            return new Key(clock.subject(), clock.rule().id());
        }
    }
}
