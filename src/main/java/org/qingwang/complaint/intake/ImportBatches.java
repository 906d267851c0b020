package org.qingwang.complaint.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qingwang.agency.Jurisdiction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code import_batch}. */
@Repository
class ImportBatches {

    private final JdbcClient jdbc;
    private final Json json;
    private final long leaseSeconds;

    ImportBatches(JdbcClient jdbc, Json json, ImportSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        leaseSeconds = settings.lease().toSeconds();
    }

    /** @return whether it went in; not if there is a batch of the same file from the same sender */
    boolean add(ImportBatch batch, byte[] fileDigest) {
        return jdbc.sql("""
                        insert into import_batch (
                            batch_no, jurisdiction, submitted_by, submitted_name, sender, submitted_at, file_name,
                            file_size, file_digest, stage)
                        values (:batchNo, :jurisdiction, :by, :name, :sender, :at, :fileName, :fileSize, :digest, :stage)
                        on conflict (jurisdiction, sender, file_digest) do nothing
                        """)
                        .param("batchNo", batch.batchNo())
                        .param("jurisdiction", batch.jurisdiction().id())
                        .param("by", batch.submittedBy())
                        .param("name", batch.submittedName())
                        .param("sender", batch.sender())
                        .param("at", batch.submittedAt().atOffset(ZoneOffset.UTC))
                        .param("fileName", batch.fileName())
                        .param("fileSize", batch.fileSize())
                        .param("digest", fileDigest)
                        .param("stage", batch.stage().name())
                        .update()
                == 1;
    }

    Optional<ImportBatch> find(String batchNo) {
        return jdbc.sql("select * from import_batch where batch_no = :batchNo")
                .param("batchNo", batchNo)
                .query((row, number) -> batch(row))
                .optional();
    }

    /** The batch that kept another with the same file from going in. */
    Optional<ImportBatch> sameAs(ImportBatch batch, byte[] digest) {
        return jdbc.sql("""
                        select * from import_batch
                        where jurisdiction = :jurisdiction and sender = :sender and file_digest = :digest
                        """)
                .param("jurisdiction", batch.jurisdiction().id())
                .param("sender", batch.sender())
                .param("digest", digest)
                .query((row, number) -> batch(row))
                .optional();
    }

    /** @param jurisdiction whose batches, or null for everybody's */
    List<ImportBatch> newest(String jurisdiction, int most) {
        return jdbc.sql("""
                        select * from import_batch
                        where cast(:jurisdiction as text) is null or jurisdiction = :jurisdiction
                        order by submitted_at desc, batch_no limit :most
                        """)
                .param("jurisdiction", jurisdiction)
                .param("most", most)
                .query((row, number) -> batch(row))
                .list();
    }

    /** Takes the batch nobody works on that has waited longest, so that a short list need not wait for a long one. */
    Optional<ImportBatch> lease(UUID lease) {
        return jdbc.sql("""
                        update import_batch set lease = :lease, leased_until = clock_timestamp() + make_interval(secs => :seconds)
                        where batch_no = (
                            select batch_no from import_batch batch
                            where stage in ('RECEIVED', 'FILING')
                              and (leased_until is null or leased_until < clock_timestamp())
                              and (stage = 'RECEIVED' or not exists (
                                      select 1 from import_row
                                      where import_row.batch_no = batch.batch_no and state = 'WAITING')
                                  or exists (
                                      select 1 from import_row
                                      where import_row.batch_no = batch.batch_no and state = 'WAITING'
                                        and (not_before is null or not_before < clock_timestamp())))
                            order by worked_at
                            limit 1
                            for update skip locked)
                        returning *
                        """)
                .param("seconds", leaseSeconds)
                .param("lease", lease)
                .query((row, number) -> batch(row))
                .optional();
    }

    /** @return whether the lease still holds; if not, another node has taken over */
    boolean renew(String batchNo, UUID lease, long bytesRead) {
        return jdbc.sql("""
                        update import_batch
                        set leased_until = clock_timestamp() + make_interval(secs => :seconds), bytes_read = greatest(bytes_read, :bytesRead)
                        where batch_no = :batchNo and lease = :lease
                        """)
                        .param("seconds", leaseSeconds)
                        .param("batchNo", batchNo)
                        .param("lease", lease)
                        .param("bytesRead", bytesRead)
                        .update()
                == 1;
    }

    void release(String batchNo, UUID lease) {
        jdbc.sql("""
                        update import_batch set lease = null, leased_until = null, worked_at = clock_timestamp()
                        where batch_no = :batchNo and lease = :lease
                        """).param("batchNo", batchNo).param("lease", lease).update();
    }

    void describe(String batchNo, String characterSet, List<String> unreadColumns) {
        jdbc.sql("""
                        update import_batch set character_set = :characterSet, unread_columns = :unreadColumns
                        where batch_no = :batchNo
                        """)
                .param("batchNo", batchNo)
                .param("characterSet", characterSet)
                .param("unreadColumns", unreadColumns.toArray(String[]::new))
                .update();
    }

    void beginFiling(String batchNo) {
        jdbc.sql("""
                        update import_batch set stage = 'FILING', bytes_read = file_size, checked_at = clock_timestamp()
                        where batch_no = :batchNo
                        """).param("batchNo", batchNo).update();
    }

    /** How many rows of the batch are in each state. */
    Map<RowState, Integer> counts(String batchNo) {
        return jdbc.sql("""
                        select rows_waiting, rows_filed, rows_repeated, rows_bad from import_batch
                        where batch_no = :batchNo
                        """)
                .param("batchNo", batchNo)
                .query((row, number) -> Map.of(
                        RowState.WAITING, row.getInt("rows_waiting"),
                        RowState.FILED, row.getInt("rows_filed"),
                        RowState.REPEATED, row.getInt("rows_repeated"),
                        RowState.BAD, row.getInt("rows_bad")))
                .single();
    }

    /** Adds to the counts, in the transaction that changes the rows. */
    void count(String batchNo, Map<RowState, Integer> change) {
        jdbc.sql("""
                        update import_batch
                        set rows_waiting = rows_waiting + :waiting, rows_filed = rows_filed + :filed,
                            rows_repeated = rows_repeated + :repeated, rows_bad = rows_bad + :bad
                        where batch_no = :batchNo
                        """)
                .param("batchNo", batchNo)
                .param("waiting", change.getOrDefault(RowState.WAITING, 0))
                .param("filed", change.getOrDefault(RowState.FILED, 0))
                .param("repeated", change.getOrDefault(RowState.REPEATED, 0))
                .param("bad", change.getOrDefault(RowState.BAD, 0))
                .update();
    }

    /** Sets the counts to nothing, when the rows are deleted. */
    void countAnew(String batchNo) {
        jdbc.sql("""
                        update import_batch set rows_waiting = 0, rows_filed = 0, rows_repeated = 0, rows_bad = 0
                        where batch_no = :batchNo
                        """).param("batchNo", batchNo).update();
    }

    void finish(String batchNo, ImportStage stage, Optional<Problem> refusal, Instant at) {
        jdbc.sql("""
                        update import_batch
                        set stage = :stage, refusal = cast(:refusal as json), finished_at = :at
                        where batch_no = :batchNo
                        """)
                .param("batchNo", batchNo)
                .param("stage", stage.name())
                .param(
                        "refusal",
                        refusal.map(problem -> json.of(List.of(problem))).orElse(null))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private ImportBatch batch(ResultSet row) throws SQLException {
        return new ImportBatch(
                row.getString("batch_no"),
                Jurisdiction.parse(row.getString("jurisdiction")),
                row.getString("submitted_by"),
                row.getString("submitted_name"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                row.getString("file_name"),
                row.getLong("file_size"),
                Optional.ofNullable(row.getString("character_set")),
                List.of((String[]) row.getArray("unread_columns").getArray()),
                ImportStage.valueOf(row.getString("stage")),
                json.problems(row.getString("refusal")).stream().findFirst(),
                row.getLong("bytes_read"),
                Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
