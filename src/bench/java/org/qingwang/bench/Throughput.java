package org.qingwang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Complaints from receipt to a paid and published penalty, eleven human tasks each: the whole product against the stock
 * engine at defaults on the same models with delegates that do nothing. Each side has a JVM of its own, as in service: in
 * one JVM the two would compile the engine's code for both, and what one side keeps would be the other's garbage to sort.
 */
final class Throughput implements Benchmarks.Benchmark {

    private static final int PAIRS = Integer.getInteger("bench.pairs", 10);

    /**
     * A server runs for weeks; what the compiler has not yet seen often enough says nothing of it. The product, with the
     * more code, gets faster for thousands of cases.
     */
    private static final int MOST_WARM_UPS = 100;
    private static final int QUIET_ROUNDS = 3;
    private static final int SETTLED_MILLIS = 5;

    @Override
    public String title() {
        return "Throughput: the whole product against the stock engine";
    }

    @Override
    public String run() throws Exception {
        try (BenchServer server = new BenchServer();
                SideProcess product = new SideProcess(server, SideNode.PRODUCT);
                SideProcess stock = new SideProcess(server, SideNode.STOCK)) {
            String warmUps = warmUp(product) + " and " + warmUp(stock);
            Rounds ours = new Rounds(product, settled(server, product));
            Rounds theirs = new Rounds(stock, settled(server, stock));
            for (int pair = 0; pair < PAIRS; pair++) {
                boolean productFirst = pair % 2 == 0;
                (productFirst ? ours : theirs).addOne();
                (productFirst ? theirs : ours).addOne();
                System.out.printf("pair %d: %s, stock %s%n", pair + 1, ours.last(), theirs.last());
            }
            return table(
                    warmUps,
                    ours.row("Qingwang", settled(server, product)),
                    theirs.row("stock engine, delegates that do nothing", settled(server, stock)),
                    Figures.spread(quotients(ours.rates, theirs.rates)),
                    Figures.spread(quotients(ours.processor, theirs.processor)));
        }
    }

    /** What one side showed, round by round. */
    private static final class Rounds {
        private final SideProcess side;
        private final BenchServer.Counters before;
        private final List<Double> rates = new ArrayList<>();
        private final List<Double> processor = new ArrayList<>();

        Rounds(SideProcess side, BenchServer.Counters before) {
            this.side = side;
            this.before = before;
        }

        void addOne() throws IOException {
            SideProcess.Round round = side.round();
            rates.add(round.casesASecond());
            processor.add(round.processorMillis());
        }

        String last() {
            int round = rates.size() - 1;
            return "%.1f cases/s, %.0f ms".formatted(rates.get(round), processor.get(round));
        }

        String row(String name, BenchServer.Counters after) {
            return "| %s | %s | %s | %s |"
                    .formatted(
                            name,
                            Figures.spread(rates),
                            Figures.one(Figures.median(processor)),
                            counters(after.per(before, rates.size() * SideNode.CASES)));
        }
    }

    private static List<Double> quotients(List<Double> ours, List<Double> theirs) {
        return IntStream.range(0, ours.size())
                .mapToObj(pair -> ours.get(pair) / theirs.get(pair))
                .toList();
    }

    /** Until the compiler has left it alone for some rounds: what it does beside a round is not the round's work. */
    private static int warmUp(SideProcess side) throws IOException {
        int rounds = 0;
        for (int quiet = 0; quiet < QUIET_ROUNDS && rounds < MOST_WARM_UPS; rounds++) {
            quiet = side.round().compilingMillis() < SETTLED_MILLIS ? quiet + 1 : 0;
        }
        return rounds;
    }

    private static String table(String warmUps, String product, String stock, String rates, String processor) {
        return """
                %d pairs of rounds in turn, each side in a JVM of its own, %d complaints a round, %d officers at work at once; \
                before them %s rounds to warm up, until the compiler took less than %d ms a case, but no more than %d. \
                Processor time is that of the side's JVM and of the database server.

                | | cases/s, median (min to max) | processor, ms a case | statements | rows inserted | updated | deleted | commits a case |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                %s
                %s

                **Ratio, pair by pair: %s.** Processor time, pair by pair: %s.
                """
                .formatted(
                        PAIRS,
                        SideNode.CASES,
                        SideNode.OFFICERS,
                        warmUps,
                        SETTLED_MILLIS,
                        MOST_WARM_UPS,
                        product,
                        stock,
                        rates,
                        processor);
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
    private static BenchServer.Counters settled(BenchServer server, SideProcess side) {
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        return server.counters(side.database());
    }
}
