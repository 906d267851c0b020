package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingwang.support.HttpUser;
import org.qingwang.support.PackagedApplication;

/**
 * Kills the application, as {@code kill -9} does, again and again while it imports and officers work. Without this, a
 * power cut could cost a complaint that somebody holds a receipt for, or file it twice. Two tests, so that two
 * applications are killed side by side.
 */
abstract class Kills {

    /** In each of the two tests. */
    private static final int KILLS = Integer.getInteger("qingwang.kills", 5);

    static final int ROWS = 40;

    private static final int MOST_MILLIS = 400;

    @TempDir
    private Path folder;

    private final Map<String, String> lists = new LinkedHashMap<>();
    private final CaseWork work = new CaseWork();

    /** @return whether so much has been done since it was asked for that it is time to kill */
    abstract BooleanSupplier pointOfKill(Books books, CaseWork work, Random random);

    @BeforeEach
    void startFromACreatedDatabase() throws IOException {
        PackagedApplication.copyDatabase(folder.resolve("data"));
    }

    @Test
    void nothingIsLostAndNothingDoubled() throws Exception {
        long seed = Long.getLong("qingwang.kill.seed", System.nanoTime());
        System.out.println("seed of the kills: -Dqingwang.kill.seed=" + seed);
        Random random = new Random(seed);

        for (int kill = 1; kill <= KILLS; kill++) {
            try (PackagedApplication application = start()) {
                Books books = Books.of(folder);
                check(books);
                System.out.println("start " + kill + " with " + books.complaints() + " complaints");
                if (kill == 1) {
                    books.giveKey(ImportSender.KEY);
                }
                lists.put("list-" + kill + ".csv", ImportSender.list(kill, ROWS));
                Rush rush = Rush.of(application.address(), lists, work);
                awaitWork(rush, pointOfKill(books, work, random));
                pause(random.nextInt(MOST_MILLIS));
                application.kill();
                rush.end();
            }
            System.out.println("kill " + kill + " after " + work.completed().size() + " tasks");
        }

        try (PackagedApplication application = start()) {
            Books books = Books.of(folder);
            ImportSender.sendAll(application.address(), lists);
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> books.listsDone() == lists.size());
            check(books);
            assertThat(books.rows()).isEqualTo(KILLS * ROWS);
            assertThat(books.complaints()).isEqualTo(KILLS * ROWS);
            theChainHolds(application);
        }
        checkAfterwards();
    }

    private PackagedApplication start() throws Exception {
        PackagedApplication application = PackagedApplication.launch(
                folder,
                // Nobody waits for a page here: more is filed, and more at once is at stake when it is killed; and what
                // the dead held is taken over sooner.
                Map.of(
                        "QINGWANG_DATA", folder.resolve("data").toString(),
                        "QINGWANG_IMPORT_CHUNK", "20",
                        "QINGWANG_IMPORT_FILING_SHARE", "0.5",
                        "QINGWANG_IMPORT_LEASE", "PT10S"),
                PackagedApplication.quickStart());
        application.awaitReady();
        return application;
    }

    private void check(Books books) {
        assertThat(books.contradictions()).isEmpty();
        assertThat(books.unfinished(work.completed()))
                .as("tasks an officer was told are completed")
                .isEmpty();
    }

    private static void theChainHolds(PackagedApplication application) {
        HttpUser office = HttpUser.signedIn(application.address().getPort(), "office");
        office.post("/desk/audit/verify", Map.of());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> office.get("/desk/audit/verify").body().contains("The chain holds."));
    }

    /** What is looked at once the application has stopped. */
    void checkAfterwards() throws Exception {}

    /** As an auditor checks it who trusts no page. */
    final String checkOfTheChain() throws Exception {
        List<String> arguments = new ArrayList<>(PackagedApplication.quickStart());
        arguments.add("--qingwang.audit.verify=true");
        PackagedApplication check = PackagedApplication.launch(
                folder, Map.of("QINGWANG_DATA", folder.resolve("data").toString()), arguments);
        assertThat(check.awaitExit()).isZero();
        return check.output();
    }

    /** Points are counted in work done and not in seconds, so that a slow machine is killed at work too. */
    private static void awaitWork(Rush rush, BooleanSupplier done) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> done.getAsBoolean() || rush.isStuck());
    }

    private static void pause(int millis) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }
}
