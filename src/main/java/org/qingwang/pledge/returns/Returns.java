package org.qingwang.pledge.returns;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.common.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code firm_return} and {@code firm_indicator}. */
@Repository
class Returns {

    private static final String LAST = """
            select distinct on (firm, period_from, period_to, service, part) *
              from firm_return
             where %s
             order by firm, period_from, period_to, service, part, return_id desc
            """;

    private static final String OF_REPORT =
            "firm = :firm and period_from = :from and period_to = :to and service = :service";

    private final JdbcClient jdbc;

    Returns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The period of a pledge that a file is the return of. */
    record Of(String pledgeNo, int period) {}

    /**
     * Adds one part of a file.
     *
     * @param of null if it came beside a pledge's return
     * @return whether it changes anything: the same file twice in a row is one
     */
    boolean add(String firm, SentFile file, Report report, Of of, Instant at, String by) {
        return jdbc.sql("""
                        insert into firm_return (firm, part, service, period_from, period_to, file_name, content,
                            digest, received_at, received_by, pledge_no, period, scanned)
                        select :firm, :part, :service, :from, :to, :name, :content, :digest, :at, :by, :pledge, :period,
                               :scanned
                         where not exists (
                               select 1
                                 from (select digest, pledge_no, period
                                         from firm_return
                                        where firm = :firm and period_from = :from and period_to = :to
                                          and service = :service and part = :part
                                        order by return_id desc
                                        limit 1) last
                                where last.digest = :digest
                                  and last.pledge_no is not distinct from cast(:pledge as text)
                                  and last.period is not distinct from cast(:period as int))
                        """)
                        .param("firm", firm)
                        .param("part", report.part().name())
                        .param("service", report.service())
                        .param("from", report.from())
                        .param("to", report.to())
                        .param("name", file.name())
                        .param("content", file.content())
                        .param("digest", Sha256.of(file.content()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("pledge", of == null ? null : of.pledgeNo())
                        .param("period", of == null ? null : of.period())
                        .param("scanned", file.scanned())
                        .update()
                > 0;
    }

    /** The files of a firm that count, the earliest period first. */
    List<FirmReturn> of(String firm) {
        return jdbc.sql(LAST.formatted("firm = :firm"))
                .param("firm", firm)
                .query(Returns::row)
                .list();
    }

    /** The files of a firm that count for the period and the service of a report. */
    List<FirmReturn> of(String firm, Report report) {
        return jdbc.sql(LAST.formatted(OF_REPORT))
                .param("firm", firm)
                .param("from", report.from())
                .param("to", report.to())
                .param("service", report.service())
                .query(Returns::row)
                .list();
    }

    /** The last files that came with a pledge's return. */
    List<FirmReturn> of(Of of) {
        return jdbc.sql(LAST.formatted("pledge_no = :pledge and period = :period"))
                .param("pledge", of.pledgeNo())
                .param("period", of.period())
                .query(Returns::row)
                .list();
    }

    /** Puts the indicators of a report's period and service in the place of those that were there. */
    void put(String firm, Report report, Map<Indicator, IndicatorValue> values) {
        jdbc.sql("delete from firm_indicator where " + OF_REPORT)
                .param("firm", firm)
                .param("from", report.from())
                .param("to", report.to())
                .param("service", report.service())
                .update();
        values.forEach((indicator, value) -> jdbc.sql(
                        "insert into firm_indicator (firm, period_from, period_to, service, indicator, value)"
                                + " values (:firm, :from, :to, :service, :indicator, :value)")
                .param("firm", firm)
                .param("from", report.from())
                .param("to", report.to())
                .param("service", report.service())
                .param("indicator", indicator.name())
                .param("value", value.value())
                .update());
    }

    /** Whose figures they are. */
    record Reporter(String firm, String service) {}

    /** The indicators of firms' services in a period, the one with most notices first. */
    Map<Reporter, Map<Indicator, BigDecimal>> ofPeriod(LocalDate from, LocalDate to, int most) {
        Map<Reporter, Map<Indicator, BigDecimal>> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select firm, service, indicator, value
                          from firm_indicator
                          join (select firm, service, max(value) filter (where indicator = 'NOTICES') as notices
                                  from firm_indicator
                                 where period_from = :from and period_to = :to
                                 group by firm, service
                                 order by notices desc nulls last, firm, service
                                 limit :most) largest using (firm, service)
                         where period_from = :from and period_to = :to
                         order by notices desc nulls last, firm, service
                        """).param("from", from).param("to", to).param("most", most).query(row -> {
            Reporter reporter = new Reporter(row.getString("firm"), row.getString("service"));
            found.computeIfAbsent(reporter, none -> new EnumMap<>(Indicator.class))
                    .put(Indicator.valueOf(row.getString("indicator")), row.getBigDecimal("value"));
        });
        return found;
    }

    private static FirmReturn row(ResultSet row, int number) throws SQLException {
        Part part = Part.valueOf(row.getString("part"));
        return new FirmReturn(
                row.getLong("return_id"),
                row.getString("firm"),
                row.getString("file_name"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("scanned"),
                TransparencyFile.read(row.getString("content")).stream()
                        .filter(report -> report.part() == part)
                        .findFirst()
                        .orElseThrow());
    }
}
