package org.qingwang.pledge.returns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.qingwang.common.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code firm_return}. */
@Repository
class Returns {

    private static final String LAST = """
            select distinct on (firm, period_from, period_to, part) *
              from firm_return
             where %s
             order by firm, period_from, period_to, part, return_id desc
            """;

    private final JdbcClient jdbc;

    Returns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new: the same file twice is one */
    boolean add(String firm, Report report, String fileName, String content, Instant at, String by) {
        return jdbc.sql("""
                        insert into firm_return (firm, part, service, period_from, period_to, file_name, content,
                            digest, received_at, received_by)
                        values (:firm, :part, :service, :from, :to, :name, :content, :digest, :at, :by)
                        on conflict (firm, digest) do nothing
                        """)
                        .param("firm", firm)
                        .param("part", report.part().name())
                        .param("service", report.service())
                        .param("from", report.from())
                        .param("to", report.to())
                        .param("name", fileName)
                        .param("content", content)
                        .param("digest", Sha256.of(content))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
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

    /** The files of every firm that count for a period. */
    List<FirmReturn> ofPeriod(LocalDate from, LocalDate to, int most) {
        return jdbc.sql(LAST.formatted("period_from = :from and period_to = :to") + " limit :most")
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(Returns::row)
                .list();
    }

    private static FirmReturn row(ResultSet row, int number) throws SQLException {
        return new FirmReturn(
                row.getLong("return_id"),
                row.getString("firm"),
                row.getString("file_name"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                TransparencyFile.read(row.getString("content")));
    }
}
