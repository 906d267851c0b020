package org.qingwang.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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

/** One side of the comparison in a JVM of its own: works a round of complaints whenever it is asked to by a line. */
final class SideNode {

    static final String PRODUCT = "product";
    static final String STOCK = "stock";
    static final int CASES = Integer.getInteger("bench.cases", 60);
    static final int OFFICERS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Side side;
    private final AtomicInteger numbers = new AtomicInteger();

    private SideNode(Side side) {
        this.side = side;
    }

    /** @param args which side, and the address of its empty database */
    public static void main(String[] args) throws Exception {
        try (Side side = args[0].equals(PRODUCT)
                        ? new Product(args[0], args[1])
                        : new StockEngine(args[0], args[1], false);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            new SideNode(side).obey(orders);
        }
        System.exit(0);
    }

    private void obey(BufferedReader orders) throws IOException, InterruptedException, ExecutionException {
        System.out.println(SideProcess.READY);
        while (orders.readLine() != null) {
            System.out.println(SideProcess.DONE + " " + round());
        }
    }

    /** @return cases a second, and the compiler's milliseconds a case */
    private String round() throws InterruptedException, ExecutionException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiled = compiler.getTotalCompilationTime();
        long begin = System.nanoTime();
        workCases();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return CASES / seconds + " " + (compiler.getTotalCompilationTime() - compiled) / (double) CASES;
    }

    private void workCases() throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(CASES);
        ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int officer = 0; officer < OFFICERS; officer++) {
                work.add(officers.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        oneCase();
                    }
                }));
            }
            for (Future<?> done : work) {
                done.get();
            }
        } finally {
            officers.shutdownNow();
        }
    }

    private void oneCase() {
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
