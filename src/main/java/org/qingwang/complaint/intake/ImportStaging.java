package org.qingwang.complaint.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.TextEncoding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a stored file into rows that are checked, normalised and matched. Begins from the start if it was interrupted:
 * until the last step nobody files a row of the batch, so nothing is lost or doubled.
 */
@Component
class ImportStaging {

    private final ImportBatches batches;
    private final ImportFiles files;
    private final ImportRows rows;
    private final RowReader reader;
    private final Json json;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;

    ImportStaging(
            ImportBatches batches,
            ImportFiles files,
            ImportRows rows,
            RowReader reader,
            Json json,
            TransactionTemplate transaction,
            AuditLog audit,
            Clock clock) {
        this.batches = batches;
        this.files = files;
        this.rows = rows;
        this.reader = reader;
        this.json = json;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws LeaseLost if another node has taken over meanwhile */
    void stage(ImportBatch batch, UUID lease) {
        String batchNo = batch.batchNo();
        OffsetDateTime begun = transaction.execute(status -> begin(batchNo));
        try {
            read(batch, lease);
            rows.analyze();
            transaction.executeWithoutResult(status -> finish(batch, lease, begun));
        } catch (BadInput refusal) {
            transaction.executeWithoutResult(status -> refuse(batch, lease, Problem.of(refusal)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OffsetDateTime begin(String batchNo) {
        batches.countAnew(batchNo);
        return rows.begin(batchNo);
    }

    private void read(ImportBatch batch, UUID lease) throws IOException {
        TextEncoding encoding;
        try (InputStream file = files.open(batch.batchNo())) {
            encoding = TextEncoding.of(file);
        }
        Counting file = new Counting(files.open(batch.batchNo()));
        file.skipNBytes(encoding.markLength());
        ComplaintList list = new ComplaintList(new InputStreamReader(file, encoding.charset()));
        transaction.executeWithoutResult(
                status -> batches.describe(batch.batchNo(), encoding.charset().name(), list.unknownHeadings()));
        try (RowChunks chunks = new RowChunks(list, () -> file.read, reader, json, batch.jurisdiction())) {
            for (Optional<RowChunks.Chunk> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                store(batch.batchNo(), lease, chunk.get());
            }
        }
    }

    private void store(String batchNo, UUID lease, RowChunks.Chunk chunk) {
        transaction.executeWithoutResult(status -> {
            hold(batchNo, lease, chunk.bytesRead());
            batches.count(batchNo, rows.store(batchNo, chunk.rows()));
        });
    }

    private void finish(ImportBatch batch, UUID lease, OffsetDateTime begun) {
        String batchNo = batch.batchNo();
        hold(batchNo, lease, batch.fileSize());
        int repeated = rows.matchMeanwhile(batchNo, begun);
        batches.count(batchNo, Map.of(RowState.WAITING, -repeated, RowState.REPEATED, repeated));
        batches.beginFiling(batchNo);
        audit.record(AuditEntry.of("import.checked", "import", batchNo, counts(batchNo)));
    }

    private void hold(String batchNo, UUID lease, long bytesRead) {
        if (!batches.renew(batchNo, lease, bytesRead)) {
            throw new LeaseLost(batchNo);
        }
    }

    private void refuse(ImportBatch batch, UUID lease, Problem problem) {
        hold(batch.batchNo(), lease, 0);
        rows.deleteOf(batch.batchNo());
        batches.countAnew(batch.batchNo());
        batches.finish(batch.batchNo(), ImportStage.REFUSED, Optional.of(problem), clock.instant());
        audit.record(AuditEntry.of("import.refused", "import", batch.batchNo(), Map.of("why", problem.key())));
    }

    private Map<String, Integer> counts(String batchNo) {
        Map<RowState, Integer> counts = batches.counts(batchNo);
        return Map.of(
                "good", counts.get(RowState.WAITING),
                "bad", counts.get(RowState.BAD),
                "repeated", counts.get(RowState.REPEATED));
    }

    private static final class Counting extends FilterInputStream {
        private long read;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            read += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            read += Math.max(count, 0);
            return count;
        }
    }
}
