package org.qingwang.complaint.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a stored file into rows that are checked, normalised and matched. Begins from the start if it was interrupted:
 * until the last step nobody files a row of the batch, so nothing is lost or doubled.
 */
@Component
class ImportStaging {

    private static final int ROWS_AT_ONCE = 2000;

    private final ImportBatches batches;
    private final ImportFiles files;
    private final ImportRows rows;
    private final RowReader reader;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final Clock clock;

    ImportStaging(
            ImportBatches batches,
            ImportFiles files,
            ImportRows rows,
            RowReader reader,
            TransactionTemplate transaction,
            AuditLog audit,
            Clock clock) {
        this.batches = batches;
        this.files = files;
        this.rows = rows;
        this.reader = reader;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws LeaseLost if another node has taken over meanwhile */
    void stage(ImportBatch batch, UUID lease) {
        String batchNo = batch.batchNo();
        transaction.executeWithoutResult(status -> rows.deleteOf(batchNo));
        try {
            read(batch, lease);
            transaction.executeWithoutResult(status -> {
                hold(batchNo, lease, batch.fileSize());
                rows.matchRepeated(batchNo);
                batches.beginFiling(batchNo);
                audit.record(AuditEntry.of("import.checked", "import", batchNo, counts(batchNo)));
            });
        } catch (BadInput refusal) {
            transaction.executeWithoutResult(status -> refuse(batch, lease, Problem.of(refusal)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(ImportBatch batch, UUID lease) throws IOException {
        TextEncoding encoding;
        try (InputStream file = files.open(batch.batchNo())) {
            encoding = TextEncoding.of(file);
        }
        Counting file = new Counting(files.open(batch.batchNo()));
        file.skipNBytes(encoding.markLength());
        try (ComplaintList list = new ComplaintList(new InputStreamReader(file, encoding.charset()))) {
            transaction.executeWithoutResult(status ->
                    batches.describe(batch.batchNo(), encoding.charset().name(), list.unknownHeadings()));
            int stored = 0;
            List<ListRow> chunk = new ArrayList<>(ROWS_AT_ONCE);
            for (Optional<ListRow> row = list.next(); row.isPresent(); row = list.next()) {
                chunk.add(row.get());
                if (chunk.size() == ROWS_AT_ONCE) {
                    store(batch, lease, newRows(batch, stored, chunk), file.read);
                    stored += chunk.size();
                    chunk.clear();
                }
            }
            store(batch, lease, newRows(batch, stored, chunk), file.read);
        }
    }

    /** Understanding addresses is most of the work: it takes all processors, not one. */
    private List<ImportRows.NewRow> newRows(ImportBatch batch, int before, List<ListRow> chunk) {
        return IntStream.range(0, chunk.size())
                .parallel()
                .mapToObj(i -> newRow(batch.jurisdiction(), before + i + 1, reader.read(chunk.get(i))))
                .toList();
    }

    private static ImportRows.NewRow newRow(Jurisdiction intake, int rowNo, ReadRow read) {
        String key = read.isGood() ? RowKey.of(intake, read.complaint(), read.listings()) : null;
        return new ImportRows.NewRow(rowNo, read, key);
    }

    private void store(ImportBatch batch, UUID lease, List<ImportRows.NewRow> chunk, long bytesRead) {
        transaction.executeWithoutResult(status -> {
            hold(batch.batchNo(), lease, bytesRead);
            rows.copy(batch.batchNo(), chunk);
        });
    }

    private void hold(String batchNo, UUID lease, long bytesRead) {
        if (!batches.renew(batchNo, lease, bytesRead)) {
            throw new LeaseLost(batchNo);
        }
    }

    private void refuse(ImportBatch batch, UUID lease, Problem problem) {
        hold(batch.batchNo(), lease, 0);
        rows.deleteOf(batch.batchNo());
        batches.finish(batch.batchNo(), ImportStage.REFUSED, Optional.of(problem), clock.instant());
        audit.record(AuditEntry.of("import.refused", "import", batch.batchNo(), Map.of("why", problem.key())));
    }

    private Map<String, Integer> counts(String batchNo) {
        Map<RowState, Integer> counts = rows.counts(batchNo);
        return Map.of(
                "good", counts.getOrDefault(RowState.WAITING, 0),
                "bad", counts.getOrDefault(RowState.BAD, 0),
                "repeated", counts.getOrDefault(RowState.REPEATED, 0));
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
