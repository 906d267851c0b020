package org.qingwang.publicsecurity;

import static org.qingwang.publicsecurity.Referrals.instant;
import static org.qingwang.publicsecurity.Referrals.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code referral_step}, append-only. */
@Repository
class ReferralSteps {

    private final JdbcClient jdbc;

    ReferralSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String referralNo, ReferralFile.Taken taken) {
        Step step = taken.step();
        jdbc.sql("""
                        insert into referral_step
                            (referral_no, recorded_at, recorded_by, jurisdiction, stage, answer, taken_on, document_no,
                             reason, person, second_person, target, parts)
                        values (:no, :at, :by, :jurisdiction, :stage, :answer, :on, :documentNo, :reason, :person,
                                :second, :target, :parts)""")
                .param("no", referralNo)
                .param("at", utc(taken.at()))
                .param("by", taken.by())
                .param("jurisdiction", taken.jurisdiction())
                .param("stage", step.stage().name())
                .param("answer", step.answer().name())
                .param("on", step.on())
                .param("documentNo", step.documentNo())
                .param("reason", step.reason())
                .param("person", step.person())
                .param("second", step.secondPerson())
                .param("target", step.target() == null ? null : step.target().id())
                .param("parts", step.parts().stream().map(PackPart::name).toArray(String[]::new))
                .update();
    }

    /** Oldest first. */
    List<ReferralFile.Taken> of(String referralNo) {
        return jdbc.sql("select * from referral_step where referral_no = :no order by step_id")
                .param("no", referralNo)
                .query(ReferralSteps::map)
                .list();
    }

    private static ReferralFile.Taken map(ResultSet row, int number) throws SQLException {
        String target = row.getString("target");
        Step step = new Step(
                ReferralStage.valueOf(row.getString("stage")),
                Answer.valueOf(row.getString("answer")),
                row.getObject("taken_on", LocalDate.class),
                row.getString("document_no"),
                row.getString("reason"),
                row.getString("person"),
                row.getString("second_person"),
                target == null ? null : Jurisdiction.parse(target),
                parts((String[]) row.getArray("parts").getArray()));
        return new ReferralFile.Taken(
                step, row.getString("jurisdiction"), instant(row, "recorded_at"), row.getString("recorded_by"));
    }

    private static List<PackPart> parts(String[] names) {
        return Arrays.stream(names).map(PackPart::valueOf).toList();
    }
}
