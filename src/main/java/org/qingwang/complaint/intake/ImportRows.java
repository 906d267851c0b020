package org.qingwang.complaint.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code import_row}. */
@Repository
class ImportRows {

    /** Matching one batch at a time, all nodes together: two that hold the same rows must not both keep them. */
    private static final long MATCHING = 0x51_57_49_4D_50_4F_52_54L;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;

    ImportRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** A row about to be stored: what was read, its place and its key; a bad row has none. */
    record NewRow(int rowNo, ReadRow read, String key) {}

    /** A row about to be filed. */
    record WaitingRow(int rowNo, String key, String content) {

        /** Under which the complaint is filed, so that the row is one complaint whoever files it how often. */
        String idempotencyKey() {
            return RowKey.idempotencyKey(key);
        }
    }

    /** Stores rows by PostgreSQL's COPY, which takes a fraction of the time of inserts. */
    void copy(String batchNo, List<NewRow> rows) {
        StringBuilder lines = new StringBuilder(rows.size() * 512);
        rows.forEach(row -> addLine(lines, batchNo, row));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        template.execute((ConnectionCallback<Void>) connection -> {
            copy(connection, bytes);
            return null;
        });
    }

    private static void copy(Connection connection, byte[] lines) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy import_row (batch_no, row_no, line, state, row_key, content, problems) from stdin");
        try {
            copy.writeToCopy(lines, 0, lines.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void addLine(StringBuilder lines, String batchNo, NewRow row) {
        ReadRow read = row.read();
        lines.append(batchNo).append('\t').append(row.rowNo()).append('\t').append(read.line());
        if (read.isGood()) {
            lines.append("\tWAITING\t\\\\x").append(row.key()).append('\t');
            escape(lines, json.of(read.complaint()));
            lines.append("\t\\N\n");
        } else {
            lines.append("\tBAD\t\\N\t\\N\t");
            escape(lines, json.of(read.problems()));
            lines.append('\n');
        }
    }

    private static void escape(StringBuilder lines, String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\\' -> lines.append("\\\\");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                case '\t' -> lines.append("\\t");
                default -> lines.append(sign);
            }
        }
    }

    void deleteOf(String batchNo) {
        jdbc.sql("delete from import_row where batch_no = :batchNo")
                .param("batchNo", batchNo)
                .update();
    }

    /** Marks rows that say the same as one of a batch matched before, or as an earlier row of their own batch. */
    void matchRepeated(String batchNo) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .param("lock", MATCHING)
                .query(Integer.class)
                .single();
        // The rows are new to the planner: without figures it compares each with each.
        template.execute("analyze import_row (batch_no, state, row_key)");
        jdbc.sql("""
                        update import_row mine
                        set state = 'REPEATED', content = null, same_batch = theirs.batch_no, same_line = theirs.line
                        from import_row theirs join import_batch batch on batch.batch_no = theirs.batch_no
                        where mine.batch_no = :batchNo and mine.state = 'WAITING'
                          and theirs.row_key = mine.row_key and theirs.state in ('WAITING', 'FILED')
                          and theirs.batch_no <> :batchNo and batch.stage in ('FILING', 'DONE')
                        """).param("batchNo", batchNo).update();
        jdbc.sql("""
                        update import_row
                        set state = 'REPEATED', content = null, same_batch = batch_no, same_line = later.first_line
                        from (
                            select row_no, first_value(row_no) over same as first_row,
                                first_value(line) over same as first_line
                            from import_row where batch_no = :batchNo and state = 'WAITING'
                            window same as (partition by row_key order by row_no)) later
                        where batch_no = :batchNo and import_row.row_no = later.row_no
                          and later.row_no <> later.first_row
                        """).param("batchNo", batchNo).update();
    }

    /** Rows to be filed next; held until the transaction ends, so that no other node files them too. */
    List<WaitingRow> takeWaiting(String batchNo, int most) {
        return jdbc.sql("""
                        select row_no, encode(row_key, 'hex') as key, content from import_row
                        where batch_no = :batchNo and state = 'WAITING'
                          and (not_before is null or not_before < clock_timestamp())
                        order by row_no limit :most
                        for update skip locked
                        """)
                .param("batchNo", batchNo)
                .param("most", most)
                .query((row, number) -> waiting(row))
                .list();
    }

    /** The same for one row; empty if it has been filed meanwhile or another node holds it. */
    Optional<WaitingRow> takeWaitingRow(String batchNo, int rowNo) {
        return jdbc.sql("""
                        select row_no, encode(row_key, 'hex') as key, content from import_row
                        where batch_no = :batchNo and row_no = :rowNo and state = 'WAITING'
                        for update skip locked
                        """)
                .param("batchNo", batchNo)
                .param("rowNo", rowNo)
                .query((row, number) -> waiting(row))
                .optional();
    }

    private static WaitingRow waiting(ResultSet row) throws SQLException {
        return new WaitingRow(row.getInt("row_no"), row.getString("key"), row.getString("content"));
    }

    /** Records the complaints rows became; one that was on file already makes its row a repeated one. */
    void markFiled(String batchNo, List<Integer> rowNos, List<String> receiptNos, List<Boolean> isNew) {
        jdbc.sql("""
                        update import_row
                        set state = case when done.is_new then 'FILED' else 'REPEATED' end,
                            receipt_no = done.receipt_no, content = null, not_before = null
                        from unnest(:rowNos, :receiptNos, :isNew) as done (row_no, receipt_no, is_new)
                        where import_row.batch_no = :batchNo and import_row.row_no = done.row_no
                        """)
                .param("batchNo", batchNo)
                .param("rowNos", rowNos.toArray(Integer[]::new))
                .param("receiptNos", receiptNos.toArray(String[]::new))
                .param("isNew", isNew.toArray(Boolean[]::new))
                .update();
    }

    void markBad(String batchNo, int rowNo, Problem problem) {
        jdbc.sql("""
                        update import_row set state = 'BAD', content = null, problems = cast(:problems as json)
                        where batch_no = :batchNo and row_no = :rowNo and state = 'WAITING'
                        """)
                .param("batchNo", batchNo)
                .param("rowNo", rowNo)
                .param("problems", json.of(List.of(problem)))
                .update();
    }

    /** Puts a row that failed aside for a while that doubles each time, up to an hour. */
    void hold(String batchNo, int rowNo) {
        jdbc.sql("""
                        update import_row set attempts = attempts + 1,
                            not_before = clock_timestamp() + least(interval '10 seconds' * power(2, attempts), interval '1 hour')
                        where batch_no = :batchNo and row_no = :rowNo and state = 'WAITING'
                        """).param("batchNo", batchNo).param("rowNo", rowNo).update();
    }

    boolean areAllDone(String batchNo) {
        return jdbc.sql("select not exists (select 1 from import_row where batch_no = :batchNo and state = 'WAITING')")
                .param("batchNo", batchNo)
                .query(Boolean.class)
                .single();
    }

    Map<RowState, Integer> counts(String batchNo) {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        jdbc.sql("select state, count(*) as rows from import_row where batch_no = :batchNo group by state")
                .param("batchNo", batchNo)
                .query(row -> {
                    counts.put(RowState.valueOf(row.getString("state")), row.getInt("rows"));
                });
        return counts;
    }

    int held(String batchNo) {
        return jdbc.sql("""
                        select count(*) from import_row
                        where batch_no = :batchNo and state = 'WAITING' and not_before is not null
                        """).param("batchNo", batchNo).query(Integer.class).single();
    }

    /** Bad and repeated rows after a place, in the order of the file. */
    List<ReportedRow> reported(String batchNo, int afterRowNo, int most) {
        return jdbc.sql("""
                        select * from import_row
                        where batch_no = :batchNo and state in ('BAD', 'REPEATED') and row_no > :after
                        order by row_no limit :most
                        """)
                .param("batchNo", batchNo)
                .param("after", afterRowNo)
                .param("most", most)
                .query((row, number) -> reported(row))
                .list();
    }

    private ReportedRow reported(ResultSet row) throws SQLException {
        return new ReportedRow(
                row.getInt("row_no"),
                row.getInt("line"),
                RowState.valueOf(row.getString("state")),
                json.problems(row.getString("problems")),
                Optional.ofNullable(row.getString("same_batch")),
                Optional.ofNullable(row.getObject("same_line", Integer.class)),
                Optional.ofNullable(row.getString("receipt_no")));
    }
}
