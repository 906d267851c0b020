package org.qingwang.complaint.intake;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.Filing;
import org.qingwang.complaint.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files checked rows a few at a time. The complaints, their processes and the rows' new state are one transaction: after
 * a crash at any moment a row is either waiting, with no complaint, or filed with one.
 */
@Component
class ImportFiling {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFiling.class);

    private final ImportBatches batches;
    private final ImportRows rows;
    private final ComplaintService complaints;
    private final ImportSettings settings;
    private final TransactionTemplate transaction;
    private final Json json;
    private final AuditLog audit;
    private final Clock clock;

    ImportFiling(
            ImportBatches batches,
            ImportRows rows,
            ComplaintService complaints,
            ImportSettings settings,
            TransactionTemplate transaction,
            Json json,
            AuditLog audit,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.complaints = complaints;
        this.settings = settings;
        this.transaction = transaction;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** Files the next few rows, and closes the batch if none is left. */
    void fileNext(ImportBatch batch, UUID lease) {
        List<ImportRows.WaitingRow> next =
                transaction.execute(status -> rows.takeWaiting(batch.batchNo(), settings.chunk()));
        if (next == null || next.isEmpty()) {
            transaction.executeWithoutResult(status -> closeIfDone(batch, lease));
            return;
        }
        try {
            transaction.executeWithoutResult(status -> file(batch, lease, settings.chunk()));
        } catch (LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("import {}: filing one by one after {}", batch.batchNo(), e.toString());
            next.forEach(row -> fileAlone(batch, lease, row));
        }
    }

    private void file(ImportBatch batch, UUID lease, int most) {
        hold(batch, lease);
        fileAll(batch, rows.takeWaiting(batch.batchNo(), most));
    }

    /** One row that cannot be filed must not keep its neighbours waiting. */
    private void fileAlone(ImportBatch batch, UUID lease, ImportRows.WaitingRow row) {
        try {
            transaction.executeWithoutResult(status -> {
                hold(batch, lease);
                rows.takeWaitingRow(batch.batchNo(), row.rowNo()).ifPresent(taken -> fileAll(batch, List.of(taken)));
            });
        } catch (LeaseLost e) {
            throw e;
        } catch (BadInput refusal) {
            transaction.executeWithoutResult(status -> markBad(batch.batchNo(), row.rowNo(), Problem.of(refusal)));
        } catch (RuntimeException e) {
            LOG.error("import {}: row {} is held back", batch.batchNo(), row.rowNo(), e);
            transaction.executeWithoutResult(status -> rows.hold(batch.batchNo(), row.rowNo()));
        }
    }

    private void fileAll(ImportBatch batch, List<ImportRows.WaitingRow> taken) {
        List<Receipt> receipts = complaints.fileAll(taken.stream()
                .map(row -> new Filing(json.complaint(row.content()), batch.jurisdiction(), row.idempotencyKey()))
                .toList());
        rows.markFiled(
                batch.batchNo(),
                taken.stream().map(ImportRows.WaitingRow::rowNo).toList(),
                receipts.stream().map(Receipt::receiptNo).toList(),
                receipts.stream().map(Receipt::isNew).toList());
        int filed = (int) receipts.stream().filter(Receipt::isNew).count();
        batches.count(
                batch.batchNo(),
                Map.of(
                        RowState.WAITING,
                        -receipts.size(),
                        RowState.FILED,
                        filed,
                        RowState.REPEATED,
                        receipts.size() - filed));
    }

    private void markBad(String batchNo, int rowNo, Problem problem) {
        if (rows.markBad(batchNo, rowNo, problem)) {
            batches.count(batchNo, Map.of(RowState.WAITING, -1, RowState.BAD, 1));
        }
    }

    private void closeIfDone(ImportBatch batch, UUID lease) {
        hold(batch, lease);
        if (rows.areAllDone(batch.batchNo())) {
            batches.finish(batch.batchNo(), ImportStage.DONE, Optional.empty(), clock.instant());
            audit.record(AuditEntry.of(
                    "import.finished",
                    "import",
                    batch.batchNo(),
                    Map.of("filed", batches.counts(batch.batchNo()).get(RowState.FILED))));
        }
    }

    private void hold(ImportBatch batch, UUID lease) {
        if (!batches.renew(batch.batchNo(), lease, 0)) {
            throw new LeaseLost(batch.batchNo());
        }
    }
}
