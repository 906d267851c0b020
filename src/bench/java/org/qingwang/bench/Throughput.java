package org.qingwang.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Complaints from receipt to a paid and published penalty, ten human tasks each: the whole product against the stock
 * engine at defaults on the same models with delegates that do nothing.
 */
final class Throughput implements Benchmarks.Benchmark {

    private static final int PAIRS = Integer.getInteger("bench.pairs", 10);
    private static final int CASES = Integer.getInteger("bench.cases", 60);
    private static final int OFFICERS = 4;

    /**
     * A server runs for weeks; what the compiler has not yet seen often enough says nothing of it. The product, with the
     * more code, gets faster for a thousand cases.
     */
    private static final int MOST_WARM_UPS = 60;
    private static final int QUIET_ROUNDS = 3;
    private static final int SETTLED_MILLIS = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicInteger numbers = new AtomicInteger();

    @Override
    public String title() {
        return "Throughput: the whole product against the stock engine";
    }

    @Override
    public String run() throws Exception {
        try (BenchServer server = new BenchServer();
                Product product = new Product(server, "product");
                StockEngine stock = new StockEngine(server, "stock")) {
            int warmUps = warmUp(product, stock);
            List<Double> productRates = new ArrayList<>();
            List<Double> stockRates = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            BenchServer.Counters productBefore = settled(server, product);
            BenchServer.Counters stockBefore = settled(server, stock);
            for (int pair = 0; pair < PAIRS; pair++) {
                boolean productFirst = pair % 2 == 0;
                double first = round(productFirst ? product : stock);
                double second = round(productFirst ? stock : product);
                productRates.add(productFirst ? first : second);
                stockRates.add(productFirst ? second : first);
                ratios.add(productRates.get(pair) / stockRates.get(pair));
                System.out.printf("pair %d: %.1f %.1f%n", pair + 1, productRates.get(pair), stockRates.get(pair));
            }
            int cases = PAIRS * CASES;
            return table(
                    warmUps,
                    productRates,
                    stockRates,
                    ratios,
                    settled(server, product).per(productBefore, cases),
                    settled(server, stock).per(stockBefore, cases));
        }
    }

    /** Until the compiler has left both sides alone for some rounds: what it does beside a round is not the round's work. */
    private int warmUp(Side product, Side stock) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        int rounds = 0;
        for (int quiet = 0; quiet < QUIET_ROUNDS && rounds < MOST_WARM_UPS; rounds++) {
            long before = compiler.getTotalCompilationTime();
            round(product);
            round(stock);
            double compiling = (compiler.getTotalCompilationTime() - before) / (2.0 * CASES);
            quiet = compiling < SETTLED_MILLIS ? quiet + 1 : 0;
        }
        return rounds;
    }

    private static String table(
            int warmUps,
            List<Double> product,
            List<Double> stock,
            List<Double> ratios,
            BenchServer.Counters productWork,
            BenchServer.Counters stockWork) {
        return """
                %d pairs of rounds in turn, %d complaints a round, %d officers at work at once; before them %d pairs to warm up, \
                until the compiler took less than %d ms a case.

                | | cases/s, median (min to max) | statements | rows inserted | updated | deleted | commits a case |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                | Qingwang | %s | %s |
                | stock engine, delegates that do nothing | %s | %s |

                **Ratio, pair by pair: %s.**
                """
                .formatted(
                        PAIRS,
                        CASES,
                        OFFICERS,
                        warmUps,
                        SETTLED_MILLIS,
                        Figures.spread(product),
                        counters(productWork),
                        Figures.spread(stock),
                        counters(stockWork),
                        Figures.spread(ratios));
    }

    private static String counters(BenchServer.Counters work) {
        return "%s | %s | %s | %s | %s"
                .formatted(
                        Figures.one(work.statements()),
                        Figures.one(work.inserted()),
                        Figures.one(work.updated()),
                        Figures.one(work.deleted()),
                        Figures.one(work.commits()));
    }

    /** PostgreSQL reports what a session did when the session goes idle: within a second. */
    private static BenchServer.Counters settled(BenchServer server, Side side) {
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        return server.counters(side.database());
    }

    private double round(Side side) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(CASES);
        ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
        long begin = System.nanoTime();
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int officer = 0; officer < OFFICERS; officer++) {
                work.add(officers.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        oneCase(side);
                    }
                }));
            }
            for (Future<?> done : work) {
                done.get();
            }
        } finally {
            officers.shutdownNow();
        }
        return CASES / ((System.nanoTime() - begin) / 1e9);
    }

    private void oneCase(Side side) {
        int number = numbers.incrementAndGet();
        side.file(number);
        for (String step : Answers.WAY) {
            await(side.name() + " " + step, () -> side.work(number, step));
        }
        await(side.name() + " end", () -> side.finished(number));
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("never came: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(3).toNanos());
        }
    }
}
