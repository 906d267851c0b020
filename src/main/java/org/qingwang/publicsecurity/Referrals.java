package org.qingwang.publicsecurity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code referral}. At most one open row for a case. */
@Repository
class Referrals {

    private final JdbcClient jdbc;

    Referrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('referral_number')").query(Long.class).single();
    }

    /** @return false if the case has an open referral, also one that another transaction is just committing */
    boolean add(Referral referral) {
        return jdbc.sql("""
                        insert into referral
                            (referral_no, case_no, referrer, police, stage, opened_at, opened_by, reason)
                        values (:no, :caseNo, :referrer, :police, :stage, :at, :by, :reason)
                        on conflict (case_no) where closed_at is null do nothing""")
                        .param("no", referral.referralNo())
                        .param("caseNo", referral.caseNo())
                        .param("referrer", referral.referrer().id())
                        .param("police", referral.police().id())
                        .param("stage", referral.stage().name())
                        .param("at", utc(referral.openedAt()))
                        .param("by", referral.openedBy())
                        .param("reason", referral.reason())
                        .update()
                == 1;
    }

    Optional<Referral> openOf(String caseNo) {
        return jdbc.sql("select * from referral where case_no = :caseNo and closed_at is null")
                .param("caseNo", caseNo)
                .query(Referrals::map)
                .optional();
    }

    Optional<Referral> find(String referralNo) {
        return one(referralNo, "");
    }

    /** The referral, locked until the transaction ends. */
    Optional<Referral> lock(String referralNo) {
        return one(referralNo, " for update");
    }

    private Optional<Referral> one(String referralNo, String suffix) {
        return jdbc.sql("select * from referral where referral_no = :no" + suffix)
                .param("no", referralNo)
                .query(Referrals::map)
                .optional();
    }

    /** Newest first. */
    List<Referral> of(String caseNo) {
        return jdbc.sql("select * from referral where case_no = :caseNo order by opened_at desc, referral_no desc")
                .param("caseNo", caseNo)
                .query(Referrals::map)
                .list();
    }

    void move(String referralNo, ReferralStage stage, Jurisdiction police, Instant closedAt) {
        jdbc.sql("""
                        update referral set stage = :stage, police = :police, closed_at = :closedAt
                        where referral_no = :no""")
                .param("stage", stage.name())
                .param("police", police.id())
                .param("closedAt", closedAt == null ? null : utc(closedAt))
                .param("no", referralNo)
                .update();
    }

    private static Referral map(ResultSet row, int number) throws SQLException {
        return new Referral(
                row.getString("referral_no"),
                row.getString("case_no"),
                Jurisdiction.parse(row.getString("referrer")),
                Jurisdiction.parse(row.getString("police")),
                ReferralStage.valueOf(row.getString("stage")),
                instant(row, "opened_at"),
                row.getString("opened_by"),
                row.getString("reason"),
                instant(row, "closed_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
