package org.qingwang.briefing;

import static org.qingwang.casefile.Columns.instant;
import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.briefing.AgencyReturn.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code agency_return} and {@code agency_figure}. */
@Repository
class AgencyReturns {

    private final JdbcClient jdbc;

    AgencyReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String briefingNo, Jurisdiction jurisdiction, String liaison) {
        jdbc.sql("""
                        insert into agency_return (return_no, briefing_no, jurisdiction, liaison, stage)
                        values (:no, :briefing, :jurisdiction, :liaison, 'ASKED')
                        """)
                .param("no", AgencyReturn.number(briefingNo, jurisdiction))
                .param("briefing", briefingNo)
                .param("jurisdiction", jurisdiction.id())
                .param("liaison", liaison)
                .update();
    }

    Optional<AgencyReturn> find(String returnNo) {
        return one("select * from agency_return where return_no = :no", returnNo);
    }

    Optional<AgencyReturn> lock(String returnNo) {
        return one("select * from agency_return where return_no = :no for no key update", returnNo);
    }

    private Optional<AgencyReturn> one(String statement, String returnNo) {
        return jdbc.sql(statement)
                .param("no", returnNo)
                .query(AgencyReturns::agencyReturn)
                .optional();
    }

    List<AgencyReturn> of(String briefingNo) {
        return jdbc.sql("select * from agency_return where briefing_no = :no order by jurisdiction")
                .param("no", briefingNo)
                .query(AgencyReturns::agencyReturn)
                .list();
    }

    /** @return returns of an agency that are still awaited in a campaign */
    List<AgencyReturn> asked(String campaignNo, String jurisdiction) {
        return jdbc.sql("""
                        select r.* from agency_return r join briefing b using (briefing_no)
                        where b.campaign_no = :campaign and r.jurisdiction = :jurisdiction and r.stage = 'ASKED'
                        """)
                .param("campaign", campaignNo)
                .param("jurisdiction", jurisdiction)
                .query(AgencyReturns::agencyReturn)
                .list();
    }

    void send(String returnNo, boolean nothing, String words, Instant at, String by) {
        jdbc.sql("""
                        update agency_return
                        set stage = 'SENT', nothing = :nothing, words = :words, sent_at = :at, sent_by = :by
                        where return_no = :no
                        """)
                .param("nothing", nothing)
                .param("words", words)
                .param("at", utc(at))
                .param("by", by)
                .param("no", returnNo)
                .update();
    }

    void move(String returnNo, Stage stage) {
        jdbc.sql("update agency_return set stage = :stage where return_no = :no")
                .param("stage", stage.name())
                .param("no", returnNo)
                .update();
    }

    void enter(String returnNo, Figure figure, Instant at, String by) {
        jdbc.sql("""
                        insert into agency_figure values (:no, :indicator, :value, :reason, :at, :by)
                        on conflict (return_no, indicator) do update
                        set value = excluded.value, reason = excluded.reason, entered_at = excluded.entered_at,
                            entered_by = excluded.entered_by
                        """)
                .param("no", returnNo)
                .param("indicator", figure.indicator())
                .param("value", figure.reported())
                .param("reason", figure.reason())
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    void takeOut(String returnNo, String indicator) {
        jdbc.sql("delete from agency_figure where return_no = :no and indicator = :indicator")
                .param("no", returnNo)
                .param("indicator", indicator)
                .update();
    }

    /** @return what the agencies entered for a briefing, with nothing listed */
    List<Figure> figuresOf(String briefingNo) {
        return jdbc.sql("""
                        select f.indicator, r.jurisdiction, f.value, f.reason
                        from agency_figure f join agency_return r using (return_no) where r.briefing_no = :no
                        """)
                .param("no", briefingNo)
                .query((row, number) -> new Figure(
                        row.getString("indicator"),
                        row.getString("jurisdiction"),
                        null,
                        row.getBigDecimal("value"),
                        row.getString("reason")))
                .list();
    }

    private static AgencyReturn agencyReturn(ResultSet row, int number) throws SQLException {
        return new AgencyReturn(
                row.getString("return_no"),
                row.getString("briefing_no"),
                jurisdiction(row, "jurisdiction"),
                row.getString("liaison"),
                Stage.valueOf(row.getString("stage")),
                row.getBoolean("nothing"),
                row.getString("words"),
                instant(row, "sent_at"),
                row.getString("sent_by"));
    }
}
