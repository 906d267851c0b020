package org.qingwang.complaint.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.DisplayName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes lists of complaints and tells what became of them. */
@Service
@Transactional
public class ImportService {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final ImportBatches batches;
    private final ImportFiles files;
    private final ImportRows rows;
    private final ImportSettings settings;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    ImportService(
            ImportBatches batches,
            ImportFiles files,
            ImportRows rows,
            ImportSettings settings,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.batches = batches;
        this.files = files;
        this.rows = rows;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Stores a list; its rows are read and filed in the background.
     *
     * @param fileName as the sender calls it
     * @param file is read to its end, never held as a whole
     * @return the batch; if the same sender sent the very same file before, that batch
     * @throws BadInput on field {@code file} if it is empty or too large; what else is wrong with it shows in its status
     */
    public ImportBatch submit(String fileName, InputStream file, Jurisdiction jurisdiction) throws IOException {
        String batchNo = newBatchNo();
        ImportFiles.Stored stored =
                files.store(batchNo, file, settings.maxFileSize().toBytes());
        Actor actor = Actors.current();
        ImportBatch batch = new ImportBatch(
                batchNo,
                jurisdiction,
                actor.userId(),
                actor.name(),
                clock.instant(),
                DisplayName.of(fileName),
                stored.size(),
                Optional.empty(),
                List.of(),
                ImportStage.RECEIVED,
                Optional.empty(),
                0,
                Optional.empty());
        if (!batches.add(batch, stored.digest())) {
            files.delete(batchNo);
            return batches.sameAs(batch, stored.digest()).orElseThrow();
        }
        audit.record(AuditEntry.of(
                "import.received",
                "import",
                batchNo,
                Map.of("file", batch.fileName(), "bytes", stored.size(), "intake", jurisdiction.id())));
        events.publishEvent(new ImportSubmitted(batchNo));
        return batch;
    }

    /** @return the batch and what became of its rows; empty if there is none or it is none of this person's business */
    @Transactional(readOnly = true)
    public Optional<ImportStatus> status(String batchNo, Actor reader) {
        return batches.find(batchNo)
                .filter(batch -> maySee(reader, batch))
                .map(batch -> new ImportStatus(batch, batches.counts(batchNo), rows.held(batchNo)));
    }

    /** Headings of the columns in English. */
    public static List<String> columns() {
        return Arrays.stream(IntakeColumn.values()).map(IntakeColumn::field).toList();
    }

    /** Headings of the columns in Chinese, in the same order. */
    public static List<String> columnsInChinese() {
        return Arrays.stream(IntakeColumn.values()).map(IntakeColumn::chinese).toList();
    }

    /** The newest batches this person may see. */
    @Transactional(readOnly = true)
    public List<ImportBatch> newest(Actor reader, int most) {
        if (reader.seesEverything()) {
            return batches.newest(null, most);
        }
        return reader.homeJurisdiction()
                .map(home -> batches.newest(home.id(), most))
                .orElse(List.of());
    }

    /**
     * Rows the sender has to look at, in the order of the file.
     *
     * @param afterRowNo row number of the last one already read; 0 to begin
     */
    @Transactional(readOnly = true)
    public List<ReportedRow> report(ImportBatch batch, int afterRowNo, int most) {
        return rows.reported(batch.batchNo(), afterRowNo, most);
    }

    private static boolean maySee(Actor reader, ImportBatch batch) {
        return reader.seesEverything()
                || reader.worksFor(batch.jurisdiction())
                || reader.userId().equals(batch.submittedBy());
    }

    private String newBatchNo() {
        StringBuilder number = new StringBuilder("DR-")
                .append(LocalDate.now(clock.withZone(CHINA)).format(DateTimeFormatter.BASIC_ISO_DATE))
                .append('-');
        random.ints(8, 0, SIGNS.length()).forEach(i -> number.append(SIGNS.charAt(i)));
        return number.toString();
    }
}
