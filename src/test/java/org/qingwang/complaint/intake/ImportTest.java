package org.qingwang.complaint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists as rights holders send them, from the file to the complaints. */
@QingwangTest
class ImportTest {

    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");
    private static final Actor OFFICER = SignIn.officer("commerce-330000");

    @Autowired
    private ImportService imports;

    @Autowired
    private ImportWorker worker;

    @Autowired
    private ImportBatches batches;

    @Autowired
    private ImportStaging staging;

    @Autowired
    private ImportFiling filing;

    @Autowired
    private ImportRows rows;

    @Autowired
    private RowReader reader;

    @Autowired
    private Json json;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDirtyListGoesInAndEveryBadRowComesBackWithLineFieldAndReason() {
        DirtyList list = DirtyList.of(unique(), 320);
        ImportBatch batch = submit(list.text().getBytes(StandardCharsets.UTF_8));
        work(batch);

        ImportStatus status = status(batch);
        assertThat(status.batch().stage()).isEqualTo(ImportStage.DONE);
        assertThat(reasons(batch)).isEqualTo(list.bad());
        assertThat(repeated(batch)).isEqualTo(list.repeated());
        assertThat(status.filed()).isEqualTo(list.good());
        assertThat(complaintsOf(batch)).isEqualTo(list.good());
        assertThat(processesOf(batch)).isEqualTo(list.good());
    }

    /** docs/samples/README.md promises this to whoever tries the product; the lines are counted by hand. */
    @Test
    void theSampleListOfTheDocumentationGoesInAsPromised() throws IOException {
        ImportBatch batch = submit(Files.readAllBytes(Path.of("docs/samples/complaints.csv")));
        work(batch);
        assertThat(reasons(batch))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(11, "receivedOn intake.date.form"),
                        Map.entry(30, "receivedOn intake.date.none"),
                        Map.entry(49, "receivedOn intake.date.number"),
                        Map.entry(64, "listingUrl listing.none"),
                        Map.entry(78, "listingUrl listing.token"),
                        Map.entry(94, "listingUrl listing.scheme"),
                        Map.entry(111, "listingUrl listing.host"),
                        Map.entry(129, "unitPrice intake.figure"),
                        Map.entry(146, "currency intake.currency"),
                        Map.entry(164, "currency intake.currency"),
                        Map.entry(176, "sellerRegion intake.region"),
                        Map.entry(194, "complainantType intake.complainantType"),
                        Map.entry(209, "complainantType intake.missing"),
                        Map.entry(224, "receivedOn intake.missing"),
                        Map.entry(241, "quantity intake.figure"),
                        Map.entry(256, "channel intake.channel"),
                        Map.entry(271, " intake.row.fieldsOverLines"),
                        Map.entry(288, "listingUrl listing.host")));
        assertThat(repeated(batch)).isEqualTo(Map.of(66, 37, 133, 61, 200, 143, 264, 17, 309, 305, 331, 330));
        assertThat(status(batch).filed()).isEqualTo(284);
        assertThat(demandsOf(batch)).hasSize(10).contains("Refund of the price, and the postage", "更换为正品, 或者退款");
    }

    /** Otherwise a consumer of a list gets the seller checked, and never the money back. */
    @Test
    void aConsumersDisputeInAListIsSplitOffWhenItIsScreened() {
        String shop = "https://" + unique() + ".example/";
        ImportBatch batch = submit(("收到日期,投诉人类型,投诉人,联系方式,商品链接,卖家,诉求\n"
                        + "2026-10-01,消费者,王女士,13800000000," + shop + "1,某店,退一赔三\n"
                        + "2026-10-01,消费者,王女士,13800000000," + shop + "2,某店,\n"
                        + "2026-10-01,权利人,某公司,13900000000," + shop + "3,某店,退款\n"
                        + "2026-10-01,消费者,王女士,13800000000," + shop + "4,某店," + "诉".repeat(2001) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        work(batch);
        assertThat(reasons(batch))
                .isEqualTo(Map.of(4, "demand complaint.demand.notConsumer", 5, "demand complaint.tooLong"));
        assertThat(demandsOf(batch)).containsExactly("退一赔三");

        List<String> filed = receiptsOf(batch);
        filed.forEach(this::screen);
        assertThat(filed)
                .filteredOn(receiptNo -> processes
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(receiptNo, "mediation")
                                .count()
                        == 1)
                .hasSize(1);
    }

    private List<String> demandsOf(ImportBatch batch) {
        return jdbc.sql("""
                        select demand from complaint join import_row using (receipt_no)
                        where batch_no = :batchNo and state = 'FILED' and demand is not null
                        """)
                .param("batchNo", batch.batchNo())
                .query(String.class)
                .list();
    }

    private List<String> receiptsOf(ImportBatch batch) {
        return jdbc.sql("select receipt_no from import_row where batch_no = :batchNo and state = 'FILED'")
                .param("batchNo", batch.batchNo())
                .query(String.class)
                .list();
    }

    /** Does what waits for the executor. */
    private void screen(String receiptNo) {
        management
                .createJobQuery()
                .processInstanceId(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(receiptNo, "complaint")
                        .singleResult()
                        .getId())
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    @Test
    void theSameListSentTwiceFilesNothingTwice() {
        DirtyList list = DirtyList.of(unique(), 320);
        byte[] file = list.text().getBytes(StandardCharsets.UTF_8);
        ImportBatch first = submit(file);
        assertThat(submit(file).batchNo()).isEqualTo(first.batchNo());
        work(first);
        assertThat(submit(file).batchNo()).isEqualTo(first.batchNo());

        // The same rows in a file that differs: another character set, another order of lines would do as well.
        ImportBatch second = submit(list.text().getBytes(Charset.forName("GB18030")));
        assertThat(second.batchNo()).isNotEqualTo(first.batchNo());
        work(second);
        assertThat(status(second).filed()).isZero();
        assertThat(status(second).repeated())
                .isEqualTo(list.good() + list.repeated().size());
        assertThat(reasons(second)).isEqualTo(list.bad());
        assertThat(complaintsOf(first)).isEqualTo(list.good());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "UTF-16LE, true", "UTF-16BE, false", "GB18030, false"})
    void theListIsReadInTheCharacterSetItIsIn(String characterSet, boolean mark) {
        DirtyList list = DirtyList.of(unique(), 50);
        ImportBatch batch = submit(((mark ? "\ufeff" : "") + list.text()).getBytes(Charset.forName(characterSet)));
        stage(batch);
        assertThat(status(batch).batch().characterSet()).contains(characterSet);
        assertThat(reasons(batch)).isEqualTo(list.bad());
        assertThat(status(batch).waiting()).isEqualTo(list.good());
    }

    @Test
    void aFileThatCannotBeReadIsRefusedAsAWholeAndFilesNothing() {
        String begin = DirtyList.of(unique(), 30).text();
        ImportBatch unclosed =
                submit((begin + "2026-10-01,,\"never closed\n2026-10-02,\n").getBytes(StandardCharsets.UTF_8));
        stage(unclosed);
        assertRefused(unclosed, "intake.file.structure");

        ImportBatch zeros = submit((begin + "\u0000" + unique()).getBytes(StandardCharsets.UTF_8));
        stage(zeros);
        assertRefused(zeros, "intake.file.notText");

        ImportBatch wide = submit((begin + unique() + ",x".repeat(10_000)).getBytes(StandardCharsets.UTF_8));
        stage(wide);
        assertRefused(wide, "intake.file.structure");

        ImportBatch picture = submit(
                ("\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR" + unique()).getBytes(StandardCharsets.ISO_8859_1));
        stage(picture);
        assertRefused(picture, "intake.file.notText");
    }

    @Test
    void aFileLargerThanTheLimitIsRefusedWithoutBeingStored() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                java.util.Arrays.fill(target, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        assertThatThrownBy(() -> as(() -> imports.submit("endless.csv", endless, ZHEJIANG)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("intake.file.large");
        assertThat(jdbc.sql("""
                                select count(*) from import_file_part
                                where batch_no not in (select batch_no from import_batch)
                                """).query(Integer.class).single()).isZero();
    }

    @Test
    void anImportStoppedInTheMiddleGoesOnWhereItStoodAndFilesEveryRowOnce() {
        DirtyList list = DirtyList.of(unique(), 160);
        ImportBatch batch = submit(list.text().getBytes(StandardCharsets.UTF_8));
        stage(batch);
        UUID died = leaseOf(batch);
        filing.fileNext(found(batch), died);
        int before = status(batch).filed();
        assertThat(before).isPositive().isLessThan(list.good());
        // The node is gone without a word: its lease stands until it ends.
        assertThat(leaseFree(batch)).isFalse();
        endLease(batch);

        work(batch);
        assertThat(status(batch).filed()).isEqualTo(list.good());
        assertThat(complaintsOf(batch)).isEqualTo(list.good());
        // And when the dead one wakes up after all, it does nothing more.
        assertThatThrownBy(() -> staging.stage(found(batch), died)).isInstanceOf(LeaseLost.class);
    }

    @Test
    void readingThatWasInterruptedBeginsAgainAndDoublesNoRow() {
        DirtyList list = DirtyList.of(unique(), 80);
        ImportBatch batch = submit(list.text().getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        insert into import_row (batch_no, row_no, line, state, problems)
                        values (:batchNo, 1, 2, 'BAD', '[]'), (:batchNo, 9999, 9999, 'BAD', '[]')
                        """).param("batchNo", batch.batchNo()).update();
        work(batch);
        assertThat(reasons(batch)).isEqualTo(list.bad());
        assertThat(status(batch).filed()).isEqualTo(list.good());
    }

    @Test
    void twoNodesAtOnceFileEveryRowOnce() {
        DirtyList one = DirtyList.of(unique(), 120);
        ImportBatch first = submit(one.text().getBytes(StandardCharsets.UTF_8));
        ImportBatch second = submit(("\ufeff" + one.text()).getBytes(StandardCharsets.UTF_8));
        CompletableFuture<Void> node = CompletableFuture.runAsync(() -> work(first));
        work(second);
        node.join();
        work(first);
        work(second);
        assertThat(status(first).filed() + status(second).filed()).isEqualTo(one.good());
        assertThat(complaintsOf(first) + complaintsOf(second)).isEqualTo(one.good());
        assertThat(status(first).batch().stage()).isEqualTo(ImportStage.DONE);
        assertThat(status(second).batch().stage()).isEqualTo(ImportStage.DONE);
    }

    /** Two nodes read lists with the same rows, and neither can see what the other has stored. */
    @Test
    void ofTwoListsReadAtOnceTheOneCheckedFirstKeepsTheRows() throws IOException {
        DirtyList list = DirtyList.of(unique(), 60);
        ImportBatch first = submit(list.text().getBytes(StandardCharsets.UTF_8));
        ImportBatch second = submit(("\ufeff" + list.text()).getBytes(StandardCharsets.UTF_8));
        OffsetDateTime secondBegun = begin(second);
        begin(first);
        store(first, list.text());
        store(second, list.text());

        transaction.executeWithoutResult(status -> batches.beginFiling(first.batchNo()));
        assertThat(matchMeanwhile(second, secondBegun)).isEqualTo(list.good());
        assertThat(matchMeanwhile(second, secondBegun)).isZero();
        assertThat(report(second).stream()
                        .filter(row -> row.state() == RowState.REPEATED)
                        .map(row -> row.sameBatch().orElse("")))
                .containsOnly(first.batchNo(), second.batchNo());

        UUID lease = leaseOf(second);
        staging.stage(found(second), lease);
        endLease(second);
        work(first);
        work(second);
        assertThat(status(first).filed()).isEqualTo(list.good());
        assertThat(status(second).filed()).isZero();
    }

    @Test
    void aRowIsKnownAgainHoweverFarBehindInALongList() {
        String name = unique();
        StringBuilder text = new StringBuilder("receivedOn,complainantType,listingUrl\n");
        for (int i = 0; i < 4_500; i++) {
            text.append("2026-10-01,AGENT,https://")
                    .append(name)
                    .append(".example/")
                    .append(i)
                    .append('\n');
        }
        text.append("2026/10/1,代理人,HTTPS://WWW.").append(name).append(".example/0?utm_source=x\n");
        ImportBatch batch = submit(text.toString().getBytes(StandardCharsets.UTF_8));
        stage(batch);
        assertThat(repeated(batch)).isEqualTo(Map.of(4_502, 2));
        assertThat(status(batch).waiting()).isEqualTo(4_500);
        forget(batch);
    }

    @Test
    void whatIsWrittenInACellArrivesAsItWasWritten() {
        String signs = "C:\\new\\table \"quoted\"\ttab \\N \\. 云合 😀\nsecond line";
        ImportBatch batch = submit(("receivedOn,complainantType,listingUrl,description\n2026-10-01,AGENT,https://"
                        + unique() + ".example/1,\"" + signs.replace("\"", "\"\"") + "\"\n")
                .getBytes(StandardCharsets.UTF_8));
        work(batch);
        assertThat(jdbc.sql("""
                                select description from complaint
                                where receipt_no = (select receipt_no from import_row where batch_no = :batchNo)
                                """)
                        .param("batchNo", batch.batchNo())
                        .query(String.class)
                        .single())
                .isEqualTo(signs);
    }

    @Test
    void aShortListNeedNotWaitForALongOne() {
        DirtyList list = DirtyList.of(unique(), 200);
        ImportBatch large = submit(list.text().getBytes(StandardCharsets.UTF_8));
        stage(large);
        ImportBatch small = submit(DirtyList.of(unique(), 3).text().getBytes(StandardCharsets.UTF_8));
        work(small);
        assertThat(status(large).waiting()).isPositive();
        work(large);
    }

    @Test
    void anotherJurisdictionsListIsNobodyElsesBusiness() {
        ImportBatch batch = submit(DirtyList.of(unique(), 3).text().getBytes(StandardCharsets.UTF_8));
        assertThat(imports.status(batch.batchNo(), OFFICER)).isPresent();
        assertThat(imports.status(batch.batchNo(), SignIn.office())).isPresent();
        assertThat(imports.status(batch.batchNo(), SignIn.officer("commerce-440000")))
                .isEmpty();
        assertThat(imports.status(batch.batchNo(), SignIn.officer("customs-330000")))
                .isEmpty();
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private ImportBatch submit(byte[] file) {
        return as(() -> imports.submit("list.csv", new ByteArrayInputStream(file), ZHEJIANG));
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T as(Work<T> work) {
        return SignIn.as(identity, OFFICER, () -> {
            try {
                return work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Reads and checks the file, and files nothing yet. */
    private void stage(ImportBatch batch) {
        staging.stage(found(batch), leaseOf(batch));
        endLease(batch);
        assertThat(status(batch).rows()).isEqualTo(counted(batch));
    }

    private void work(ImportBatch batch) {
        for (int steps = 0; !isFinished(batch); steps++) {
            // Nothing to do for this node while another one has the batch.
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> worker.step() || isFinished(batch));
            assertThat(status(batch).heldRows()).isZero();
            assertThat(steps).isLessThan(1000);
        }
        assertThat(status(batch).rows()).isEqualTo(counted(batch));
    }

    private boolean isFinished(ImportBatch batch) {
        return status(batch).batch().stage().isFinished();
    }

    /** What the rows themselves say, where the batch only keeps count. */
    private Map<RowState, Integer> counted(ImportBatch batch) {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        for (RowState state : RowState.values()) {
            counts.put(
                    state,
                    jdbc.sql("select count(*) from import_row where batch_no = :batchNo and state = :state")
                            .param("batchNo", batch.batchNo())
                            .param("state", state.name())
                            .query(Integer.class)
                            .single());
        }
        return counts;
    }

    private OffsetDateTime begin(ImportBatch batch) {
        return transaction.execute(status -> rows.begin(batch.batchNo()));
    }

    private void store(ImportBatch batch, String text) throws IOException {
        ComplaintList list = new ComplaintList(new StringReader(text));
        try (RowChunks chunks = new RowChunks(list, () -> 0, reader, json, ZHEJIANG)) {
            List<NewRow> all = chunks.next().orElseThrow().rows();
            transaction.executeWithoutResult(
                    status -> batches.count(batch.batchNo(), rows.store(batch.batchNo(), all)));
        }
    }

    private int matchMeanwhile(ImportBatch batch, OffsetDateTime since) {
        Integer matched = transaction.execute(status -> rows.matchMeanwhile(batch.batchNo(), since));
        return matched == null ? -1 : matched;
    }

    /** Leaves nothing to be filed behind. */
    private void forget(ImportBatch batch) {
        rows.deleteOf(batch.batchNo());
        jdbc.sql("update import_batch set stage = 'REFUSED' where batch_no = :batchNo")
                .param("batchNo", batch.batchNo())
                .update();
    }

    private UUID leaseOf(ImportBatch batch) {
        UUID lease = UUID.randomUUID();
        jdbc.sql("""
                        update import_batch set lease = :lease, leased_until = clock_timestamp() + interval '1 hour'
                        where batch_no = :batchNo
                        """).param("lease", lease).param("batchNo", batch.batchNo()).update();
        return lease;
    }

    private boolean leaseFree(ImportBatch batch) {
        return jdbc.sql("select leased_until < clock_timestamp() from import_batch where batch_no = :batchNo")
                .param("batchNo", batch.batchNo())
                .query(Boolean.class)
                .single();
    }

    private void endLease(ImportBatch batch) {
        jdbc.sql("""
                        update import_batch set leased_until = clock_timestamp() - interval '1 second'
                        where batch_no = :batchNo
                        """).param("batchNo", batch.batchNo()).update();
    }

    private ImportBatch found(ImportBatch batch) {
        return batches.find(batch.batchNo()).orElseThrow();
    }

    private ImportStatus status(ImportBatch batch) {
        return imports.status(batch.batchNo(), OFFICER).orElseThrow();
    }

    private List<ReportedRow> report(ImportBatch batch) {
        List<ReportedRow> report = new ArrayList<>();
        for (List<ReportedRow> page = imports.report(batch, 0, 7);
                !page.isEmpty();
                page = imports.report(batch, page.get(page.size() - 1).rowNo(), 7)) {
            report.addAll(page);
        }
        return report;
    }

    private Map<Integer, String> reasons(ImportBatch batch) {
        Map<Integer, String> reasons = new LinkedHashMap<>();
        for (ReportedRow row : report(batch)) {
            if (row.state() == RowState.BAD) {
                assertThat(row.problems()).hasSize(1);
                Problem problem = row.problems().get(0);
                reasons.put(row.line(), problem.field() + " " + problem.key());
            }
        }
        return reasons;
    }

    private Map<Integer, Integer> repeated(ImportBatch batch) {
        Map<Integer, Integer> repeated = new LinkedHashMap<>();
        for (ReportedRow row : report(batch)) {
            if (row.state() == RowState.REPEATED) {
                repeated.put(row.line(), row.sameLine().orElse(0));
            }
        }
        return repeated;
    }

    private int complaintsOf(ImportBatch batch) {
        return jdbc.sql("""
                        select count(distinct complaint.receipt_no) from import_row
                        join complaint on complaint.idempotency_key = 'content:' || encode(row_key, 'hex')
                        where batch_no = :batchNo and state = 'FILED'
                        """)
                .param("batchNo", batch.batchNo())
                .query(Integer.class)
                .single();
    }

    private int processesOf(ImportBatch batch) {
        return receiptsOf(batch).stream()
                .mapToInt(receiptNo -> (int) processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(receiptNo)
                        .rootProcessInstances()
                        .count())
                .sum();
    }

    private void assertRefused(ImportBatch batch, String key) {
        ImportStatus status = status(batch);
        assertThat(status.batch().stage()).isEqualTo(ImportStage.REFUSED);
        assertThat(status.batch().refusal().map(Problem::key)).contains(key);
        assertThat(status.total()).isZero();
    }
}
