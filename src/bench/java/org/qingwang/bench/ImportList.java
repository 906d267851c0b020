package org.qingwang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.intake.ImportService;
import org.qingwang.complaint.intake.ImportStage;
import org.qingwang.complaint.intake.ImportStatus;
import org.qingwang.support.HttpUser;
import org.qingwang.support.SignIn;

/** An officer's list while an import files its complaints and their processes run, all in one JVM as in service. */
final class ImportList implements Benchmarks.Benchmark {

    private static final int TASKS = Integer.getInteger("bench.tasks", 100_000);
    private static final int ROWS = 10_000;
    private static final int REQUESTS = 600;
    private static final int WARM_UP = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");
    private static final Actor OFFICER = SignIn.officer(ZHEJIANG.id());

    @Override
    public String title() {
        return "An officer's list while an import files its complaints";
    }

    /** Milliseconds of the first page and of the count. */
    private record Times(List<Double> page, List<Double> count) {
        String row(String when) {
            return "| %s | %s | %s |%n".formatted(when, both(page), both(count));
        }

        private static String both(List<Double> times) {
            return Figures.one(Figures.median(times)) + " / " + Figures.one(Figures.percentile(times, 95));
        }
    }

    @Override
    public String run() throws Exception {
        try (BenchServer server = new BenchServer();
                Product product = new Product(server, "product")) {
            product.file(1);
            await("the first task", () -> product.bean(TaskService.class)
                            .createTaskQuery()
                            .count()
                    == 1);
            String instance = product.bean(RuntimeService.class)
                    .createProcessInstanceQuery()
                    .singleResult()
                    .getId();
            OfficersList.filler(product.bean(DataSource.class), instance).accept(TASKS);
            HttpUser officer = HttpUser.signedIn(product.port(), "commerce-zj");
            Times quiet = times(officer);
            String batch = submitted(product);
            await("staging", () -> status(product, batch).batch().stage() == ImportStage.FILING);
            int before = status(product, batch).filed();
            long begin = System.nanoTime();
            Times filing = times(officer);
            double seconds = (System.nanoTime() - begin) / 1e9;
            ImportStatus after = status(product, batch);
            if (after.batch().stage() != ImportStage.FILING) {
                throw new IllegalStateException("the import ended while the list was timed");
            }
            return table(quiet, filing, (after.filed() - before) / seconds);
        }
    }

    /** Page and count in turn, as Tasklist asks for them. */
    private static Times times(HttpUser officer) {
        Times times = new Times(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < WARM_UP + REQUESTS; i++) {
            double page = time(officer, "/task?firstResult=0&maxResults=15");
            double count = time(officer, "/task/count");
            if (i >= WARM_UP) {
                times.page().add(page);
                times.count().add(count);
            }
        }
        return times;
    }

    private static double time(HttpUser officer, String path) {
        long begin = System.nanoTime();
        OfficersList.ask(officer, path);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String submitted(Product product) throws IOException {
        Path list = ImportRows.write(0, ROWS);
        try (InputStream file = Files.newInputStream(list)) {
            return SignIn.as(product.bean(IdentityService.class), OFFICER, () -> submit(product, file));
        } finally {
            Files.delete(list);
        }
    }

    private static String submit(Product product, InputStream file) {
        try {
            return product.bean(ImportService.class)
                    .submit("list.csv", file, ZHEJIANG)
                    .batchNo();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ImportStatus status(Product product, String batch) {
        return product.bean(ImportService.class).status(batch, OFFICER).orElseThrow();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("never came: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static String table(Times quiet, Times filing, double rate) {
        return """
                %,d open tasks, the officer's group holds a fifth of them; over HTTP with session, rights and JSON, page and count in turn %d times; milliseconds, p50 / p95. The import files on the node that answers, with its job executor at work on the processes it starts.

                | | first page | count |
                | --- | ---: | ---: |
                """.formatted(TASKS, REQUESTS)
                + quiet.row("nothing else at work")
                + filing.row("while an import files %s complaints/s".formatted(Figures.one(rate)));
    }
}
