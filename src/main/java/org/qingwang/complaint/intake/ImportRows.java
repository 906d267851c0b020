package org.qingwang.complaint.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** One batch at a time, all nodes together: of two that hold the same rows, only the first to be checked keeps them. */
    private static final long MATCHING = 0x51_57_49_4D_50_4F_52_54L;

    private static final int CHARACTERS_SENT_AT_ONCE = 1 << 16;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Json json;

    ImportRows(JdbcClient jdbc, JdbcTemplate template, Json json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    /** A row about to be filed. */
    record WaitingRow(int rowNo, String key, String content) {

        /** Under which the complaint is filed, so that the row is one complaint whoever files it how often. */
        String idempotencyKey() {
            return RowKey.idempotencyKey(key);
        }
    }

    /**
     * Begins a batch's rows, from nothing if there were some.
     *
     * @return the moment from which on {@link #matchMeanwhile} has to look at what other batches stored
     */
    OffsetDateTime begin(String batchNo) {
        lockMatching();
        jdbc.sql("delete from import_row where batch_no = :batchNo")
                .param("batchNo", batchNo)
                .update();
        return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
    }

    /**
     * Stores rows with what they turned out to be: good, bad, or the same as one of a batch checked before or as an earlier
     * one of their own batch. Each is written once, by PostgreSQL's COPY, which takes a fraction of the time of inserts.
     *
     * @return how many there were of each kind
     */
    Map<RowState, Integer> store(String batchNo, List<NewRow> rows) {
        Map<String, Place> known = known(
                batchNo, rows.stream().map(NewRow::key).filter(Objects::nonNull).toList());
        return Objects.requireNonNull(template.execute(
                (ConnectionCallback<Map<RowState, Integer>>) connection -> copy(connection, batchNo, rows, known)));
    }

    /** Which of these keys have a row already, in a batch checked before or in this one. */
    private Map<String, Place> known(String batchNo, List<String> keys) {
        Map<String, Place> known = new HashMap<>();
        // "offset 0" keeps to one look into the index a key: left alone, the planner may read all rows ever imported.
        jdbc.sql("""
                        select given.key, theirs.batch_no, theirs.line
                        from unnest(:keys) as given (key)
                        cross join lateral (
                            select batch_no, line from import_row
                            where row_key = decode(given.key, 'hex') and state in ('WAITING', 'FILED')
                            offset 0) as theirs
                        join import_batch batch on batch.batch_no = theirs.batch_no
                        where batch.stage in ('FILING', 'DONE') or batch.batch_no = :batchNo
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("batchNo", batchNo)
                .query(row -> {
                    Place place = new Place(row.getString("batch_no"), row.getLong("line"));
                    known.merge(row.getString("key"), place, (one, other) -> one.isIn(batchNo) ? other : one);
                });
        return known;
    }

    private static Map<RowState, Integer> copy(
            Connection connection, String batchNo, List<NewRow> rows, Map<String, Place> known) throws SQLException {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy import_row (" + NewRow.COLUMNS + ") from stdin");
        try {
            StringBuilder lines = new StringBuilder(2 * CHARACTERS_SENT_AT_ONCE);
            for (NewRow row : rows) {
                Place same = row.isGood() ? known.putIfAbsent(row.key(), new Place(batchNo, row.line())) : null;
                row.addTo(lines, batchNo, same);
                counts.merge(row.state(same), 1, Integer::sum);
                if (lines.length() > CHARACTERS_SENT_AT_ONCE) {
                    send(copy, lines);
                }
            }
            send(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return counts;
    }

    private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    void deleteOf(String batchNo) {
        jdbc.sql("delete from import_row where batch_no = :batchNo")
                .param("batchNo", batchNo)
                .update();
    }

    /**
     * Marks rows that say the same as one of a batch that was checked while this one was being read. Two batches with the
     * same rows, read by two nodes at once, do not see each other's rows before.
     *
     * @param since what {@link #begin} said
     * @return how many there were
     */
    int matchMeanwhile(String batchNo, OffsetDateTime since) {
        lockMatching();
        if (!wasAnotherChecked(batchNo, since)) {
            return 0;
        }
        // The rows are new to the planner: without figures it compares each with each.
        template.execute("analyze import_row (batch_no, state, row_key)");
        return jdbc.sql("""
                        update import_row mine
                        set state = 'REPEATED', content = null, same_batch = theirs.batch_no, same_line = theirs.line
                        from import_row theirs join import_batch batch on batch.batch_no = theirs.batch_no
                        where mine.batch_no = :batchNo and mine.state = 'WAITING'
                          and theirs.row_key = mine.row_key and theirs.state in ('WAITING', 'FILED')
                          and batch.batch_no <> :batchNo and batch.checked_at >= :since
                        """).param("batchNo", batchNo).param("since", since).update();
    }

    /**
     * Tells the planner about rows just stored. Until it knows them it expects a handful, and fetches and sorts all of a
     * batch's rows to find the next few.
     */
    void analyze() {
        template.execute("analyze import_row (batch_no, row_no, state, not_before)");
    }

    private boolean wasAnotherChecked(String batchNo, OffsetDateTime since) {
        return jdbc.sql("""
                        select exists (
                            select 1 from import_batch where batch_no <> :batchNo and checked_at >= :since)
                        """)
                .param("batchNo", batchNo)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    private void lockMatching() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .param("lock", MATCHING)
                .query(Integer.class)
                .single();
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

    /** @return whether it was waiting until now */
    boolean markBad(String batchNo, int rowNo, Problem problem) {
        return jdbc.sql("""
                        update import_row set state = 'BAD', content = null, problems = cast(:problems as json)
                        where batch_no = :batchNo and row_no = :rowNo and state = 'WAITING'
                        """)
                        .param("batchNo", batchNo)
                        .param("rowNo", rowNo)
                        .param("problems", json.of(List.of(problem)))
                        .update()
                == 1;
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
