package org.qingwang.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
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
import org.qingwang.support.SignIn;

/** Reads, checks, normalises, matches and stages lists of complaints; then inserts the same rows by plain JDBC batches. */
final class ImportNode {

    private static final int PAIRS = Integer.getInteger("bench.pairs", 10);
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int COLUMNS = 16;
    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");
    private static final Actor OFFICER = SignIn.officer(ZHEJIANG.id());

    private ImportNode() {}

    public static void main(String[] args) throws Exception {
        try (BenchServer server = new BenchServer();
                // Filing what is staged would run into the next round; here staging alone is timed.
                Product product = new Product(server, "product", "--qingwang.import.filing-share=0.001")) {
            List<Double> imported = new ArrayList<>();
            List<Double> plain = new ArrayList<>();
            List<Double> shares = new ArrayList<>();
            plainTable(product.bean(DataSource.class));
            for (int round = 0; round <= PAIRS; round++) {
                List<String[]> rows = rows(round);
                double ours = ROWS / imported(product, csv(rows), round);
                double theirs = ROWS / inserted(product.bean(DataSource.class), rows);
                // The first round only warms up.
                if (round > 0) {
                    imported.add(ours);
                    plain.add(theirs);
                    shares.add(ours / theirs);
                }
            }
            result("%,d rows a round, %d rounds in turn, heap limited to 512 MB (largest use of the old generation: %d MB)."
                    .formatted(ROWS, PAIRS, oldGeneration()));
            result("");
            result("| | rows/s, median (min to max) |");
            result("| --- | ---: |");
            result("| import: read, checked, normalised, matched, staged | %s |".formatted(Figures.spread(imported)));
            result("| plain JDBC batch insert of the same rows | %s |".formatted(Figures.spread(plain)));
            result("");
            result("**Share, pair by pair: %s.**".formatted(Figures.spread(shares)));
        }
        System.exit(0);
    }

    private static void result(String line) {
        System.out.println(ImportRate.RESULT + line);
    }

    private static List<String[]> rows(int round) {
        List<String[]> rows = new ArrayList<>(ROWS);
        String day = LocalDate.now().minusDays(3).toString();
        for (int i = 0; i < ROWS; i++) {
            int id = round * ROWS + i;
            rows.add(new String[] {
                day,
                "BULK",
                "RIGHTS_HOLDER",
                "Holder " + id % 1000,
                "holder%d@example.com".formatted(id % 1000),
                "MARK" + id % 500,
                Integer.toString(10_000_000 + id % 500),
                "Taobao",
                " HTTPS://Item.Taobao.com/item.htm?id=%d&spm=a1z10.1&utm_source=x#top ".formatted(7_000_000_000L + id),
                "Shop " + Integer.toString(id / 3, 36),
                "Zhejiang",
                "bags",
                Integer.toString(1 + id % 90),
                "1%d.50".formatted(id % 100),
                "CNY",
                "The shop offers bags with our mark; we never made them."
            });
        }
        return rows;
    }

    private static byte[] csv(List<String[]> rows) {
        StringBuilder text = new StringBuilder(String.join(",", ImportService.columns())).append('\n');
        for (String[] row : rows) {
            for (int i = 0; i < COLUMNS; i++) {
                text.append(i == 0 ? "" : ",").append('"').append(row[i]).append('"');
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double imported(Product product, byte[] csv, int round) {
        ImportService imports = product.bean(ImportService.class);
        return SignIn.as(product.bean(IdentityService.class), OFFICER, () -> {
            try {
                long begin = System.nanoTime();
                String batch = imports.submit("round-%d.csv".formatted(round), new ByteArrayInputStream(csv), ZHEJIANG)
                        .batchNo();
                ImportStatus status = imports.status(batch, OFFICER).orElseThrow();
                while (status.batch().stage() == ImportStage.RECEIVED) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    status = imports.status(batch, OFFICER).orElseThrow();
                }
                double seconds = (System.nanoTime() - begin) / 1e9;
                if (status.total() != ROWS || status.bad() > 0) {
                    throw new IllegalStateException("staged " + status);
                }
                return seconds;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void plainTable(DataSource source) throws SQLException {
        StringBuilder columns = new StringBuilder("id bigint generated always as identity primary key");
        for (int i = 0; i < COLUMNS; i++) {
            columns.append(", c").append(i).append(" text");
        }
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute("create table plain_row (" + columns + ")");
        }
    }

    private static double inserted(DataSource source, List<String[]> rows) throws SQLException {
        StringBuilder names = new StringBuilder("c0");
        StringBuilder marks = new StringBuilder("?");
        for (int i = 1; i < COLUMNS; i++) {
            names.append(", c").append(i);
            marks.append(", ?");
        }
        long begin = System.nanoTime();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into plain_row (" + names + ") values (" + marks + ")")) {
                int waiting = 0;
                for (String[] row : rows) {
                    for (int i = 0; i < COLUMNS; i++) {
                        insert.setString(i + 1, row[i]);
                    }
                    insert.addBatch();
                    if (++waiting % 1000 == 0) {
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

    private static long oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getName().contains("Old"))
                        .mapToLong((MemoryPoolMXBean pool) -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
