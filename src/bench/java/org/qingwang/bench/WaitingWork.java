package org.qingwang.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;

/** How long a job waits on idle nodes, from the commit that made it to its delegate. */
final class WaitingWork implements Benchmarks.Benchmark {

    private static final int JOBS = Integer.getInteger("bench.jobs", 200);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PROBE = "bench-probe";
    private static final String NO_EXECUTOR = "--camunda.bpm.job-execution.enabled=false";

    private final AtomicInteger numbers = new AtomicInteger();

    @Override
    public String title() {
        return "Waiting work: from a job's creation to its delegate";
    }

    @Override
    public String run() throws Exception {
        try (BenchServer server = new BenchServer();
                Product worker = new Product(server, "product")) {
            deployProbe(worker);
            latencies(worker);
            List<Double> alone = latencies(worker);
            List<Double> fromWebNode;
            try (Product web = new Product("product", server.url("product"), NO_EXECUTOR)) {
                latencies(web);
                fromWebNode = latencies(web);
            }
            List<Double> two;
            try (Product second = new Product("product", server.url("product"))) {
                latencies(second);
                two = latencies(second);
            }
            return """
                    %d jobs each, %d ms apart, on idle nodes; milliseconds.

                    | | p50 | p95 | longest |
                    | --- | ---: | ---: | ---: |
                    | one node | %s |
                    | two nodes, both work jobs | %s |
                    | made by a node whose executor is off, worked by the other | %s |

                    The stock engine's second node finds such a job by polling: 5 s typical.
                    """
                    .formatted(JOBS, PAUSE.toMillis(), row(alone), row(two), row(fromWebNode));
        }
    }

    private static void deployProbe(Product product) {
        product.bean(RepositoryService.class)
                .createDeployment()
                .addModelInstance(
                        PROBE + ".bpmn",
                        Bpmn.createExecutableProcess(PROBE)
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("Task_Probe")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${benchProbe}")
                                .endEvent()
                                .done())
                .deploy();
    }

    private List<Double> latencies(Product product) {
        List<Double> latencies = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            String key = "probe-" + numbers.incrementAndGet();
            product.bean(RuntimeService.class).startProcessInstanceByKey(PROBE, key);
            long committed = System.nanoTime();
            latencies.add(Math.max(0, reached(key) - committed) / 1e6);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return latencies;
    }

    private static long reached(String key) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Long reached = ProbeDelegate.REACHED.remove(key);
        while (reached == null) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("never worked: " + key);
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            reached = ProbeDelegate.REACHED.remove(key);
        }
        return reached;
    }

    private static String row(List<Double> times) {
        return "%s | %s | %s"
                .formatted(
                        Figures.one(Figures.median(times)),
                        Figures.one(Figures.percentile(times, 95)),
                        Figures.one(Figures.percentile(times, 100)));
    }
}
