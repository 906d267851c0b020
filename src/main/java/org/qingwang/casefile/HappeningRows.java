package org.qingwang.casefile;

import static org.qingwang.casefile.Columns.array;
import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.texts;
import static org.qingwang.casefile.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingwang.casefile.CaseHappening.Joined;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads tables {@code case_event}, {@code case_agency} and {@code case_file} across cases. */
@Repository
class HappeningRows {

    private static final String HAPPENINGS = """
            select e.event_id, e.case_no, e.at, e.message_key, e.arguments, c.goods, c.platform, c.right_name, c.opened_at,
                   coalesce(e.jurisdiction,
                            (select a.jurisdiction from case_agency a
                             where a.case_no = e.case_no and a.role = 'LEAD' and a.since <= e.at
                             order by a.agency_id desc limit 1),
                            c.intake_jurisdiction) as agency
            """;

    private static final String KINDS = "e.message_key = any (:keys::text[]) and e.at <= :until ";

    /**
     * Case by case along an index: for many cases at once the planner would rather read the whole table, which grows with
     * all that ever happened.
     */
    private static final String OF_CASES =
            "from unnest(:cases::text[]) as asked (case_no) cross join lateral (%s offset 0) e ";

    private final JdbcClient jdbc;

    HappeningRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry, and when its case was opened. */
    record Entered(CaseHappening happening, Instant openedAt) {}

    List<Entered> entered(Collection<String> keys, Instant after, Instant until, CaseScope scope) {
        return scope.binding()
                .apply(jdbc.sql(HAPPENINGS + "from case_event e join (" + scope.rows() + ") c using (case_no) where "
                        + KINDS + "and e.at > :after"))
                .param("keys", array(keys))
                .param("after", utc(after))
                .param("until", utc(until))
                .query((row, number) -> new Entered(happening(row, number), instant(row, "opened_at")))
                .list();
    }

    List<CaseHappening> of(Collection<String> caseNos, Collection<String> keys, Instant until) {
        return jdbc.sql(HAPPENINGS
                        + OF_CASES.formatted("select * from case_event e where e.case_no = asked.case_no and " + KINDS)
                        + "join case_file c on c.case_no = e.case_no")
                .param("cases", array(caseNos))
                .param("keys", array(keys))
                .param("until", utc(until))
                .query(HappeningRows::happening)
                .list();
    }

    Set<String> supervised(Instant until, CaseScope scope) {
        return new HashSet<>(scope.binding()
                .apply(jdbc.sql("""
                        select e.case_no from case_event e join (%s) c using (case_no)
                        where e.message_key = 'supervision.event.put' and e.at <= :until
                        """.formatted(scope.rows())))
                .param("until", utc(until))
                .query(String.class)
                .list());
    }

    List<Joined> joinings(Collection<String> caseNos) {
        return jdbc.sql("""
                        select distinct e.case_no, e.joined_to,
                               (select max(j.at) from case_event j
                                where j.case_no = e.case_no and j.message_key = 'casefile.event.joined-to') as at
                        """ + OF_CASES.formatted("""
                        select c.case_no, c.joined_to from case_file c where c.joined_to = asked.case_no
                        union all
                        select c.case_no, c.joined_to from case_file c
                        where c.case_no = asked.case_no and c.joined_to is not null
                        """))
                .param("cases", array(caseNos))
                .query((row, number) ->
                        new Joined(row.getString("case_no"), row.getString("joined_to"), instant(row, "at")))
                .list();
    }

    private static CaseHappening happening(ResultSet row, int number) throws SQLException {
        return new CaseHappening(
                row.getLong("event_id"),
                row.getString("case_no"),
                instant(row, "at"),
                row.getString("message_key"),
                texts(row, "arguments"),
                jurisdiction(row, "agency"),
                row.getString("goods"),
                row.getString("platform"),
                row.getString("right_name"));
    }
}
