package org.qingwang.platform;

import static java.sql.Types.DATE;
import static java.sql.Types.VARCHAR;

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

/** Tables {@code platform_flag}, {@code platform_published} and {@code platform_ladder}, and counts over the notices. */
@Repository
class PlatformRecords {

    private static final String COUNTS = """
            select n.platform_key,
                   (array_agg(n.platform order by n.sent_at desc))[1] as name,
                   count(*) as notices,
                   count(*) filter (where m.late) as late,
                   count(*) filter (where n.stage in ('ORDER', 'CORRECTION', 'FINE')
                       or n.result in ('NOT_ACTED', 'FINED')) as not_acted,
                   count(*) filter (where n.result = 'RESTORED') as restored,
                   count(*) filter (where n.result = 'FINED') as fined
            from platform_notice n left join platform_measures m using (notice_no)
            """;

    private final JdbcClient jdbc;

    PlatformRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean addFlag(String noticeNo, Flag flag, String by) {
        return jdbc.sql("""
                        insert into platform_flag (notice_no, kind, reason, flagged_at, flagged_by)
                        values (:no, :kind, :reason, :at, :by) on conflict do nothing
                        """)
                        .param("no", noticeNo)
                        .param("kind", flag.kind().name())
                        .param("reason", flag.reason())
                        .param("at", utc(flag.flaggedAt()))
                        .param("by", by)
                        .update()
                == 1;
    }

    List<Flag> flagsOf(String noticeNo) {
        return jdbc.sql("select * from platform_flag where notice_no = :no order by flagged_at")
                .param("no", noticeNo)
                .query((row, number) -> new Flag(
                        Flag.Kind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        row.getObject("flagged_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    String platformKey(String noticeNo) {
        return jdbc.sql("select platform_key from platform_notice where notice_no = :no")
                .param("no", noticeNo)
                .query(String.class)
                .single();
    }

    Standing standing(String noticeNo) {
        return jdbc.sql("""
                        select
                            (select count(*) from platform_notice n where n.holder_key = this.holder_key) as sent,
                            (select count(*) from platform_notice n join platform_flag f using (notice_no)
                             where n.holder_key = this.holder_key and f.kind = 'MALICIOUS_NOTICE') as malicious,
                            (select count(*) from platform_notice n join platform_declaration d using (notice_no)
                             where n.seller_key = this.seller_key) as declared,
                            (select count(*) from platform_notice n join platform_flag f using (notice_no)
                             where n.seller_key = this.seller_key and f.kind = 'FALSE_DECLARATION') as untrue
                        from platform_notice this where this.notice_no = :no
                        """)
                .param("no", noticeNo)
                .query((row, number) -> new Standing(
                        row.getInt("sent"), row.getInt("malicious"), row.getInt("declared"), row.getInt("untrue")))
                .single();
    }

    /** Those found most often first. */
    List<BadFaith> badFaith(int most) {
        return jdbc.sql("""
                        select f.kind, (array_agg(s.name order by f.flagged_at desc))[1] as name, count(*) as found,
                               case f.kind
                                   when 'MALICIOUS_NOTICE' then
                                       (select count(*) from platform_notice where holder_key = s.key)
                                   else (select count(*) from platform_notice join platform_declaration using (notice_no)
                                         where seller_key = s.key)
                               end as sent
                        from platform_flag f join platform_notice n using (notice_no)
                        cross join lateral (select
                            case f.kind when 'MALICIOUS_NOTICE' then n.holder else n.seller end as name,
                            case f.kind when 'MALICIOUS_NOTICE' then n.holder_key else n.seller_key end as key) s
                        group by f.kind, s.key order by found desc, name limit :most
                        """)
                .param("most", most)
                .query((row, number) -> new BadFaith(
                        Flag.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getInt("found"),
                        row.getInt("sent")))
                .list();
    }

    void setPublished(String noticeNo, Published published, Instant at, String by) {
        jdbc.sql("""
                        insert into platform_published (notice_no, published_on, address, recorded_at, recorded_by)
                        values (:no, :on, :address, :at, :by)
                        on conflict (notice_no) do update
                        set published_on = excluded.published_on, address = excluded.address,
                            recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                        """)
                .param("no", noticeNo)
                .param("on", published.publishedOn())
                .param("address", published.address())
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    Optional<Published> published(String noticeNo) {
        return jdbc.sql("select * from platform_published where notice_no = :no")
                .param("no", noticeNo)
                .query((row, number) ->
                        new Published(row.getObject("published_on", LocalDate.class), row.getString("address")))
                .optional();
    }

    /** Those with most notices not acted on first. */
    List<PlatformRecord> platforms(int most) {
        return jdbc
                .sql(COUNTS + "group by n.platform_key order by not_acted desc, notices desc, name limit :most")
                .param("most", most)
                .query(PlatformRecords::record)
                .list()
                .stream()
                .map(platform -> platform.with(steps(platform.key())))
                .toList();
    }

    Optional<PlatformRecord> platform(String key) {
        return jdbc.sql(COUNTS + "where n.platform_key = :key group by n.platform_key")
                .param("key", key)
                .query(PlatformRecords::record)
                .optional()
                .map(platform -> platform.with(steps(key)));
    }

    /** One step of a platform is taken after the other. */
    void lockLadder(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('platform ladder ' || :key, 0))")
                .param("key", key)
                .query((row, number) -> true)
                .single();
    }

    void addStep(PlatformRecord platform, LadderStep step, Instant at, String by) {
        jdbc.sql("""
                        insert into platform_ladder
                            (platform_key, platform, step, taken_on, rectify_by, reason, jurisdiction, taken_by, recorded_at)
                        values (:key, :name, :step, :on, :rectifyBy, :reason, :jurisdiction, :by, :at)
                        """)
                .param("key", platform.key())
                .param("name", platform.name())
                .param("step", step.step().name())
                .param("on", step.takenOn())
                .param("rectifyBy", step.rectifyBy(), DATE)
                .param("reason", step.reason())
                .param("jurisdiction", step.jurisdiction(), VARCHAR)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    private List<LadderStep> steps(String key) {
        return jdbc.sql("select * from platform_ladder where platform_key = :key order by step_id")
                .param("key", key)
                .query((row, number) -> new LadderStep(
                        LadderStep.Kind.valueOf(row.getString("step")),
                        row.getObject("taken_on", LocalDate.class),
                        row.getObject("rectify_by", LocalDate.class),
                        row.getString("reason"),
                        row.getString("jurisdiction")))
                .list();
    }

    private static PlatformRecord record(ResultSet row, int number) throws SQLException {
        return new PlatformRecord(
                row.getString("platform_key"),
                row.getString("name"),
                row.getInt("notices"),
                row.getInt("late"),
                row.getInt("not_acted"),
                row.getInt("restored"),
                row.getInt("fined"),
                List.of());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
