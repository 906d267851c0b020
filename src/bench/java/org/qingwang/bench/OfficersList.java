package org.qingwang.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.support.HttpUser;

/**
 * An officer's first page and its count with rights enforced, one group holding a fifth of all open tasks: Qingwang over
 * HTTP as Tasklist asks for it, the stock engine with its default rights by a plain call, which favours the stock engine.
 */
final class OfficersList implements Benchmarks.Benchmark {

    private static final String GROUP = "commerce-330000";
    private static final List<Integer> SIZES = List.of(1_000, 20_000, 100_000);
    private static final int REQUESTS = 200;
    private static final double SLOW_SECONDS = 10;
    private static final String PAGE =
            """
            {"candidateGroup":"%s","unassigned":true,"sorting":[{"sortBy":"created","sortOrder":"desc"}]}"""
                    .formatted(GROUP);

    @Override
    public String title() {
        return "An officer's list with rights enforced";
    }

    /** Milliseconds of the first page and of the count at one size. */
    private record Times(List<Double> page, List<Double> count) {}

    @Override
    public String run() throws Exception {
        try (BenchServer server = new BenchServer();
                Product product = new Product(server, "product", "--camunda.bpm.job-execution.enabled=false");
                StockEngine stock = new StockEngine(server, "stock", true)) {
            product.file(1);
            stock.file(1);
            List<Times> ours = new ArrayList<>();
            List<Times> theirs = new ArrayList<>();
            IntConsumer moreOurs = filler(product.bean(DataSource.class), waiting(product));
            grant(stock.engine());
            IntConsumer moreTheirs = filler(stock.source(), waiting(stock));
            HttpUser officer = HttpUser.signedIn(product.port(), "commerce-zj");
            for (int size : SIZES) {
                moreOurs.accept(size);
                moreTheirs.accept(size);
                ours.add(new Times(
                        times(() -> ask(officer, "/task?firstResult=0&maxResults=15")),
                        times(() -> ask(officer, "/task/count"))));
                theirs.add(asOfficer(stock.engine()));
            }
            return table(ours, theirs);
        }
    }

    static Object ask(HttpUser officer, String path) {
        HttpResponse<String> answer = officer.enginePost(path, PAGE);
        if (answer.statusCode() != 200 || answer.body().length() < 5) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private static String waiting(Product product) {
        RuntimeService runtime = product.bean(RuntimeService.class);
        String job = product.bean(ManagementService.class)
                .createJobQuery()
                .messages()
                .singleResult()
                .getId();
        product.bean(ManagementService.class).executeJob(job);
        if (product.bean(TaskService.class).createTaskQuery().count() != 1) {
            throw new IllegalStateException("no task to copy");
        }
        return runtime.createProcessInstanceQuery().singleResult().getId();
    }

    private static String waiting(StockEngine stock) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (stock.engine().getTaskService().createTaskQuery().count() == 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return stock.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .singleResult()
                .getId();
    }

    static IntConsumer filler(DataSource source, String instance) {
        List<String> others = new ArrayList<>();
        for (Agency agency : List.of(Agency.COMMERCE, Agency.CUSTOMS, Agency.PUBLIC_SECURITY)) {
            for (String region : List.of("110000", "310000", "320000", "350000", "440000", "510000")) {
                others.add(new Jurisdiction(agency, region).id());
            }
        }
        int[] filled = {1};
        return size -> {
            new TaskRows(source).copy(instance, GROUP, others, filled[0], size);
            filled[0] = size;
        };
    }

    static void grant(ProcessEngine engine) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(GROUP);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId("complaint");
        grant.addPermission(ProcessDefinitionPermissions.TASK_WORK);
        grant.addPermission(ProcessDefinitionPermissions.READ_TASK);
        engine.getAuthorizationService().saveAuthorization(grant);
    }

    private static Times asOfficer(ProcessEngine engine) {
        engine.getIdentityService().setAuthentication("officer", List.of(GROUP));
        try {
            return new Times(
                    times(() -> mine(engine).orderByTaskCreateTime().desc().listPage(0, 15)),
                    times(() -> mine(engine).count()));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static TaskQuery mine(ProcessEngine engine) {
        return engine.getTaskService().createTaskQuery().taskCandidateGroup(GROUP).taskUnassigned();
    }

    /** As many calls as fit into the patience for one figure, after a few that only warm up. */
    private static List<Double> times(Supplier<Object> call) {
        List<Double> times = new ArrayList<>();
        double spent = 0;
        for (int i = 0; i < REQUESTS + 20 && spent < SLOW_SECONDS * 1000; i++) {
            long begin = System.nanoTime();
            call.get();
            double time = (System.nanoTime() - begin) / 1e6;
            spent += time;
            if (i >= 20 || time > 200) {
                times.add(time);
            }
        }
        return times;
    }

    private static String table(List<Times> ours, List<Times> theirs) {
        StringBuilder table = new StringBuilder(
                """
                One group holds a fifth of the open tasks; milliseconds, p50 / p95. Qingwang over HTTP with session, rights and JSON; the stock engine (default rights, a row for each task and group) by a call within the JVM.

                | open tasks | Qingwang: first page | count | stock engine: first page | count |
                | ---: | ---: | ---: | ---: | ---: |
                """);
        for (int i = 0; i < SIZES.size(); i++) {
            table.append("| %,d | %s | %s | %s | %s |%n"
                    .formatted(
                            SIZES.get(i),
                            both(ours.get(i).page()),
                            both(ours.get(i).count()),
                            both(theirs.get(i).page()),
                            both(theirs.get(i).count())));
        }
        int last = SIZES.size() - 1;
        double logarithm = Math.log(SIZES.get(last)) / Math.log(SIZES.get(0));
        return table.append(
                        "%nFrom %,d to %,d open tasks the logarithm grows %s times; Qingwang's first page %s times, its count %s times (medians).%n"
                                .formatted(
                                        SIZES.get(0),
                                        SIZES.get(last),
                                        Figures.two(logarithm),
                                        growth(ours.get(0).page(), ours.get(last).page()),
                                        growth(ours.get(0).count(), ours.get(last).count())))
                .toString();
    }

    private static String both(List<Double> times) {
        return Figures.one(Figures.median(times)) + " / " + Figures.one(Figures.percentile(times, 95));
    }

    private static String growth(List<Double> small, List<Double> large) {
        return Figures.two(Figures.median(large) / Figures.median(small));
    }
}
