package org.qingwang.commerce;

import static org.qingwang.commerce.Investigations.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of table {@code commerce_publication} what is needed years later: which are still up, and until when. */
@Repository
class PublicationEnds {

    private static final String SELECT = """
            select i.id, i.case_no, i.jurisdiction, p.region, p.light, coalesce(p.elsewhere_on, p.published_on) as up_since,
                   p.end_begun_at, p.ended_on, p.end_note
            from commerce_publication p join commerce_investigation i on i.id = p.investigation_id
            """;

    private final JdbcClient jdbc;

    PublicationEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A publication, and who has to take it down.
     *
     * @param end null while it is up
     */
    record Up(
            long id,
            String caseNo,
            Jurisdiction jurisdiction,
            boolean light,
            LocalDate since,
            boolean endBegun,
            PublicationEnd end) {

        String number() {
            return ExecutionNumbers.PUBLICATION_END + id + "-" + caseNo;
        }

        String rule() {
            return light ? PublicationEndService.LIGHT_CLOCK : PublicationEndService.CLOCK;
        }
    }

    /** Those that are up since these days or earlier, of which nobody was told yet; no other node gets them meanwhile. */
    List<Up> lockDue(LocalDate since, LocalDate lightSince, int most) {
        return jdbc.sql(SELECT + """
                        where p.end_begun_at is null
                          and coalesce(p.elsewhere_on, p.published_on) <= case when p.light then :lightSince else :since end
                          and (p.region is null or p.elsewhere_on is not null)
                          and not exists (select from commerce_annulment a
                                          where a.investigation_id = i.id and a.withdrawn_on is not null)
                        order by i.id limit :most for update of p skip locked""")
                .param("since", since)
                .param("lightSince", lightSince)
                .param("most", most)
                .query(PublicationEnds::map)
                .list();
    }

    Optional<Up> lock(long id) {
        return jdbc.sql(SELECT + "where i.id = :id for update of p")
                .param("id", id)
                .query(PublicationEnds::map)
                .optional();
    }

    void setBegun(long id, Instant at) {
        jdbc.sql("update commerce_publication set end_begun_at = :at where investigation_id = :id")
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void setEnded(long id, PublicationEnd end) {
        jdbc.sql("update commerce_publication set ended_on = :on, end_note = :note where investigation_id = :id")
                .param("on", end.endedOn())
                .param("note", end.note(), Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private static Up map(ResultSet row, int number) throws SQLException {
        String region = row.getString("region");
        LocalDate endedOn = row.getObject("ended_on", LocalDate.class);
        return new Up(
                row.getLong("id"),
                row.getString("case_no"),
                region == null
                        ? Jurisdiction.parse(row.getString("jurisdiction"))
                        : new Jurisdiction(Agency.COMMERCE, region),
                row.getBoolean("light"),
                row.getObject("up_since", LocalDate.class),
                row.getObject("end_begun_at") != null,
                endedOn == null ? null : new PublicationEnd(endedOn, row.getString("end_note")));
    }
}
