package org.qingwang.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code pledge_drive} and {@code pledge_drive_firm}. */
@Repository
class PledgeDrives {

    private static final String SELECT = "select d.*, (select count(*) from pledge_drive_firm f where f.drive_no ="
            + " d.drive_no) firms, (select count(*) from pledge_drive_firm f where f.drive_no = d.drive_no and f.done_at"
            + " is not null) asked from pledge_drive d";

    private final JdbcClient jdbc;

    PledgeDrives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('pledge_drive_number')")
                .query(Long.class)
                .single();
    }

    void add(String driveNo, PledgeText text, String parent, Instant at, String by) {
        jdbc.sql("insert into pledge_drive (drive_no, text_id, text_version, parent, ordered_at, ordered_by)"
                        + " values (:no, :text, :version, :parent, :at, :by)")
                .param("no", driveNo)
                .param("text", text.id())
                .param("version", text.version())
                .param("parent", parent)
                .param("at", Pledges.utc(at))
                .param("by", by)
                .update();
    }

    void addFirms(String driveNo, Collection<CreditCode> firms) {
        jdbc.sql(
                        "insert into pledge_drive_firm (drive_no, firm) select :no, unnest(:firms::text[]) on conflict do nothing")
                .param("no", driveNo)
                .param("firms", firms.stream().map(CreditCode::value).toArray(String[]::new))
                .update();
    }

    /** Firms not asked yet; another node at work on the same ones waits until this one is through. */
    List<CreditCode> lockWaiting(String driveNo, int most) {
        return jdbc.sql("select firm from pledge_drive_firm where drive_no = :no and done_at is null"
                        + " order by firm limit :most for update")
                .param("no", driveNo)
                .param("most", most)
                .query((row, number) -> new CreditCode(row.getString("firm")))
                .list();
    }

    void done(String driveNo, CreditCode firm, String pledgeNo, Instant at) {
        jdbc.sql(
                        "update pledge_drive_firm set done_at = :at, pledge_no = :pledge where drive_no = :no and firm = :firm")
                .param("at", Pledges.utc(at))
                .param("pledge", pledgeNo)
                .param("no", driveNo)
                .param("firm", firm.value())
                .update();
    }

    Optional<PledgeDrive> find(String driveNo) {
        return jdbc.sql(SELECT + " where d.drive_no = :no")
                .param("no", driveNo)
                .query(PledgeDrives::row)
                .optional();
    }

    List<PledgeDrive> newest(int most) {
        return jdbc.sql(SELECT + " order by d.ordered_at desc limit :most")
                .param("most", most)
                .query(PledgeDrives::row)
                .list();
    }

    /** @return how many of the pledges asked for stand where */
    Map<Pledge.Stage, Integer> stages(String driveNo) {
        Map<Pledge.Stage, Integer> stages = new TreeMap<>();
        jdbc.sql("select p.stage, count(*) n from pledge_drive_firm f join pledge p using (pledge_no)"
                        + " where f.drive_no = :no group by p.stage")
                .param("no", driveNo)
                .query(row -> {
                    stages.put(Pledge.Stage.valueOf(row.getString("stage")), row.getInt("n"));
                });
        return stages;
    }

    private static PledgeDrive row(ResultSet row, int number) throws SQLException {
        return new PledgeDrive(
                row.getString("drive_no"),
                row.getString("text_id") + "/" + row.getInt("text_version"),
                row.getString("parent"),
                Pledges.instant(row, "ordered_at"),
                row.getString("ordered_by"),
                row.getInt("firms"),
                row.getInt("asked"));
    }
}
