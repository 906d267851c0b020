package org.qingwang.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.intake.ImportService;
import org.qingwang.complaint.intake.ImportStage;
import org.qingwang.complaint.intake.ImportStatus;
import org.qingwang.complaint.intake.ImportSteps;
import org.qingwang.support.SignIn;

/**
 * Takes lists of complaints in until every row is read, checked, normalised, matched and staged, and inserts the same rows
 * by plain JDBC batches, in turn. The background worker is off: its steps are done here, so that nothing is timed but the
 * work and no polling disturbs it.
 */
final class ImportNode {

    private static final int PAIRS = Integer.getInteger("bench.pairs", 10);
    private static final int WARM_UP = 2;
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);

    /** As many as the import stores at once. */
    private static final int ROWS_AT_ONCE = 4000;

    private static final String DATABASE = "product";
    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");
    private static final Actor OFFICER = SignIn.officer(ZHEJIANG.id());

    private final BenchServer server;
    private final Product product;
    private final HikariDataSource pool;

    private ImportNode(BenchServer server, Product product) {
        this.server = server;
        this.product = product;
        this.pool = product.bean(HikariDataSource.class);
    }

    public static void main(String[] args) throws Exception {
        try (BenchServer server = new BenchServer();
                Product product = new Product(server, DATABASE, "--qingwang.import.worker=false")) {
            new ImportNode(server, product).run();
        }
        System.exit(0);
    }

    /** What one side did in all its rounds. */
    private static final class Tally {
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();
        private double statements;
        private double inserted;
        private double updated;
        private double commits;

        void add(double seconds, Used used) {
            rates.add(ROWS / seconds);
            processor.add(used.processor.toNanos() / 1e6 / (ROWS / 1000.0));
            statements += used.work.statements();
            inserted += used.work.inserted();
            updated += used.work.updated();
            commits += used.work.commits();
        }

        String row(String name) {
            double thousands = ROWS / 1000.0 * rates.size();
            return "| %s | %s | %s | %s | %s | %s | %s |"
                    .formatted(
                            name,
                            Figures.whole(rates),
                            Figures.one(Figures.median(processor)),
                            Figures.one(statements / thousands),
                            Figures.one(inserted / thousands),
                            Figures.one(updated / thousands),
                            Figures.two(commits / thousands));
        }
    }

    /** What the database did and what processor time it and this JVM took. */
    private record Used(BenchServer.Counters work, Duration processor) {}

    private interface Timed {
        /** @return the seconds it took */
        double run() throws IOException, SQLException;
    }

    private void run() throws IOException, SQLException {
        Tally imported = new Tally();
        Tally plain = new Tally();
        List<Double> shares = new ArrayList<>();
        plainTable();
        for (int round = 0; round < WARM_UP + PAIRS; round++) {
            boolean counts = round >= WARM_UP;
            Path list = ImportRows.write(round, ROWS);
            double ours = measured(counts ? imported : new Tally(), () -> imported(list));
            Files.delete(list);
            List<String[]> rows = ImportRows.of(round, ROWS);
            double theirs = measured(counts ? plain : new Tally(), () -> inserted(pool, rows));
            System.out.printf("round %d: import %.2f s, plain insert %.2f s%n", round, ours, theirs);
            if (counts) {
                shares.add(theirs / ours);
            }
        }
        report(List.of(
                imported.row("import: file stored, rows read, checked, normalised, matched, staged"),
                plain.row("plain JDBC batch insert of the same rows (reWriteBatchedInserts, as the product's connections)"),
                "",
                "**Share, pair by pair: %s.**".formatted(Figures.spread(shares))));
    }

    private double measured(Tally tally, Timed side) throws IOException, SQLException {
        told();
        BenchServer.Counters before = server.counters(DATABASE);
        Duration processorBefore = processorTime();
        double seconds = side.run();
        Duration processor = processorTime().minus(processorBefore);
        told();
        tally.add(seconds, new Used(server.counters(DATABASE).per(before, 1), processor));
        return seconds;
    }

    /** PostgreSQL counts what a session did ten seconds after it went idle, or when it ends: so end them. */
    private void told() {
        pool.getHikariPoolMXBean().softEvictConnections();
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }

    private Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).plus(server.processorTime());
    }

    private double imported(Path list) {
        return SignIn.as(product.bean(IdentityService.class), OFFICER, () -> {
            try (InputStream file = Files.newInputStream(list)) {
                ImportService imports = product.bean(ImportService.class);
                long begin = System.nanoTime();
                String batch = imports.submit(list.getFileName().toString(), file, ZHEJIANG)
                        .batchNo();
                product.bean(ImportSteps.class).next();
                double seconds = (System.nanoTime() - begin) / 1e9;
                verify(imports.status(batch, OFFICER).orElseThrow());
                return seconds;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Also keeps the next step from filing what this round staged; its rows stay, and later rounds are matched with them. */
    private void verify(ImportStatus status) {
        boolean complete = status.batch().stage() == ImportStage.FILING
                && status.total() == ROWS
                && status.bad() == ImportRows.bad(ROWS)
                && status.repeated() == ImportRows.repeated(ROWS);
        if (!complete) {
            throw new IllegalStateException("staged " + status);
        }
        server.execute(DATABASE, "update import_batch set stage = 'DONE'");
    }

    private void plainTable() {
        StringBuilder columns = new StringBuilder("id bigint generated always as identity primary key");
        ImportService.columns().forEach(column -> columns.append(", \"").append(column).append("\" text"));
        server.execute(DATABASE, "create table plain_row (" + columns + ")");
    }

    private static double inserted(DataSource source, List<String[]> rows) throws SQLException {
        String names = String.join("\", \"", ImportService.columns());
        String marks = "?" + ", ?".repeat(ImportService.columns().size() - 1);
        String sql = "insert into plain_row (\"" + names + "\") values (" + marks + ")";
        long begin = System.nanoTime();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int row = 0; row < rows.size(); row++) {
                    for (int column = 0; column < rows.get(row).length; column++) {
                        insert.setString(column + 1, rows.get(row)[column]);
                    }
                    insert.addBatch();
                    if ((row + 1) % ROWS_AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void report(List<String> lines) {
        result("%,d rows a round, %d rounds in turn after two to warm up, batches of 4,000; heap limited to 512 MB (largest use of the old generation: %d MB)."
                .formatted(ROWS, PAIRS, oldGeneration()));
        result("");
        result("| for 1,000 rows | rows/s, median (min to max) | processor, ms | statements | rows inserted | updated | commits |");
        result("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        lines.forEach(ImportNode::result);
    }

    private static void result(String line) {
        System.out.println(ImportRate.RESULT + line);
    }

    private static long oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getName().contains("Old"))
                        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
