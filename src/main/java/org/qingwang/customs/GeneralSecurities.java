package org.qingwang.customs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code customs_general_security}, with what the detentions that rest on a letter cost. */
@Repository
class GeneralSecurities {

    private static final String STANDING = """
            select letter.*, coalesce(used.cases, 0) as cases, coalesce(used.drawn, 0) as drawn
            from customs_general_security letter
            left join lateral (
                select count(*) as cases, sum(settled.storage + settled.custody + settled.disposal
                    + coalesce(settled.compensation, 0)) as drawn
                from (
                    select detention_id from customs_answer
                    where security_kind = 'GENERAL' and security_no = letter.letter_no
                    union
                    select detention_id from customs_application
                    where security_kind = 'GENERAL' and security_no = letter.letter_no
                ) rests
                left join customs_settlement settled on settled.detention_id = rests.detention_id
            ) used on true
            """;

    private final JdbcClient jdbc;

    GeneralSecurities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<GeneralSecurity.Standing> find(String letterNo) {
        return jdbc.sql(STANDING + " where letter.letter_no = :no")
                .param("no", letterNo)
                .query(GeneralSecurities::map)
                .optional();
    }

    /** @return the newest first */
    List<GeneralSecurity.Standing> all() {
        return jdbc.sql(STANDING + " order by letter.approved_on desc, letter.letter_no limit 200")
                .query(GeneralSecurities::map)
                .list();
    }

    /** @return false if a letter of this number is known */
    boolean add(GeneralSecurity letter, Instant at, String by) {
        return jdbc.sql("""
                                insert into customs_general_security
                                    (letter_no, holder, guarantor, last_year_costs, amount, approved_on, recorded_at,
                                     recorded_by)
                                values (:no, :holder, :guarantor, :costs, :amount, :approvedOn, :at, :by)
                                on conflict (letter_no) do nothing""")
                        .param("no", letter.letterNo())
                        .param("holder", letter.holder())
                        .param("guarantor", letter.guarantor())
                        .param("costs", letter.lastYearCosts())
                        .param("amount", letter.amount())
                        .param("approvedOn", letter.approvedOn())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static GeneralSecurity.Standing map(ResultSet row, int number) throws SQLException {
        GeneralSecurity letter = new GeneralSecurity(
                row.getString("letter_no"),
                row.getString("holder"),
                row.getString("guarantor"),
                row.getBigDecimal("last_year_costs"),
                row.getBigDecimal("amount"),
                row.getObject("approved_on", LocalDate.class));
        return new GeneralSecurity.Standing(letter, row.getLong("cases"), row.getBigDecimal("drawn"));
    }
}
