package org.qingwang.pledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code firm}. */
@Repository
class Firms {

    private final JdbcClient jdbc;

    Firms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not known before */
    boolean add(Firm firm, Instant at, String by) {
        return write(
                        "insert into firm (code, name, region, contact_name, contact_mail, language, platform, added_at,"
                                + " added_by, changed_at) values (:code, :name, :region, :contact, :mail, :language,"
                                + " :platform, :at, :by, :at) on conflict (code) do nothing",
                        firm,
                        at,
                        by)
                == 1;
    }

    /** @return whether anything of it was different before */
    boolean change(Firm firm, Instant at) {
        return write(
                        "update firm set name = :name, region = :region, contact_name = :contact, contact_mail = :mail,"
                                + " language = :language, platform = :platform, changed_at = :at where code = :code"
                                + " and (name, region, contact_name, contact_mail, language, platform) is distinct from"
                                + " (:name, :region, :contact, :mail, :language, :platform)",
                        firm,
                        at,
                        null)
                == 1;
    }

    private int write(String sql, Firm firm, Instant at, String by) {
        var statement = jdbc.sql(sql)
                .param("code", firm.code().value())
                .param("name", firm.name())
                .param("region", firm.region())
                .param("contact", firm.contactName())
                .param("mail", firm.contactMail())
                .param("language", firm.language())
                .param("platform", firm.isMerchant() ? firm.platform().value() : null)
                .param("at", at.atOffset(ZoneOffset.UTC));
        return (by == null ? statement : statement.param("by", by)).update();
    }

    Optional<Firm> find(CreditCode code) {
        return jdbc.sql("select * from firm where code = :code")
                .param("code", code.value())
                .query(Firms::row)
                .optional();
    }

    List<Firm> all(Collection<CreditCode> codes) {
        return codes.isEmpty()
                ? List.of()
                : jdbc.sql("select * from firm where code in (:codes) order by name, code")
                        .param("codes", codes.stream().map(CreditCode::value).toList())
                        .query(Firms::row)
                        .list();
    }

    List<CreditCode> merchantsOf(CreditCode platform) {
        return jdbc.sql("select code from firm where platform = :platform order by code")
                .param("platform", platform.value())
                .query((row, number) -> new CreditCode(row.getString("code")))
                .list();
    }

    /**
     * @param jurisdiction whose firms; null for all
     * @param words part of a name or a code; empty for all
     * @param after the last one already shown; null for the first page
     */
    List<Firm> page(Jurisdiction jurisdiction, String words, CreditCode after, int limit) {
        return jdbc.sql("select * from firm where true"
                        + (jurisdiction == null ? "" : " and region like :province")
                        + (words.isEmpty() ? "" : " and (lower(name) like :words or code = :code)")
                        + (after == null ? "" : " and (name, code) > (select name, code from firm where code = :after)")
                        + " order by name, code limit :limit")
                .param(
                        "province",
                        jurisdiction == null ? null : jurisdiction.region().substring(0, 2) + "%")
                .param("words", "%" + words.toLowerCase(Locale.ROOT).replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("code", words.toUpperCase(Locale.ROOT))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(Firms::row)
                .list();
    }

    private static Firm row(ResultSet row, int number) throws SQLException {
        String platform = row.getString("platform");
        return new Firm(
                new CreditCode(row.getString("code")),
                row.getString("name"),
                row.getString("region"),
                row.getString("contact_name"),
                row.getString("contact_mail"),
                row.getString("language"),
                platform == null ? null : new CreditCode(platform));
    }
}
