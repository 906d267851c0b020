package org.qingwang.bench;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingwang.briefing.BriefingService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.HttpUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a campaign's page and the compiling of its weekly briefing cost when a hundred times as many cases were closed before
 * the campaign began. Both databases hold the same campaign of half a year with the same 10,000 cases.
 */
final class Growth implements Benchmarks.Benchmark {

    private static final int CAMPAIGN_CASES = 10_000;
    private static final int ALL_CASES = Integer.getInteger("bench.closed", 1_000_000);
    private static final int EVENTS = 10;
    static final int WEEKS = 26;
    private static final int YEARS_BEFORE = 20;
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 10;
    private static final String ALL_CLOSED = ">%1$d</a> / <a ".formatted(CAMPAIGN_CASES);
    private static final String CAMPAIGN = "ZX-2026-0001";
    private static final String BRIEFING = "JB-2026-0001";
    private static final String INDICATORS =
            "{leads-verified,cases-filed,cases-closed,case-value,fines-and-confiscation,cases-referred,listings-removed}";

    @Override
    public String title() {
        return "Growth: a campaign's page and a briefing's compiling over closed cases";
    }

    /** The same campaign in a database with so many closed cases; milliseconds of each round. */
    private record Node(int cases, Product product, HttpUser office, List<Double> page, List<Double> compiling) {

        void round(boolean counts) {
            double pageTime = time(() -> Growth.page(office));
            double compilingTime = time(() -> compile(product));
            if (counts) {
                page.add(pageTime);
                compiling.add(compilingTime);
            }
        }
    }

    @Override
    public String run() throws Exception {
        try (BenchServer server = new BenchServer();
                Product few = new Product(server, "few", "--camunda.bpm.job-execution.enabled=false");
                Product many = new Product(server, "many", "--camunda.bpm.job-execution.enabled=false")) {
            List<Node> nodes =
                    List.of(node(server, few, "few", CAMPAIGN_CASES), node(server, many, "many", ALL_CASES));
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                boolean counts = round >= 0;
                nodes.forEach(node -> node.round(counts));
            }
            return table(nodes.get(0), nodes.get(1));
        }
    }

    private static Node node(BenchServer server, Product product, String database, int cases) {
        LocalDate begin = LocalDate.now(WorkingCalendar.ZONE).minusWeeks(WEEKS);
        ClosedCases closed = new ClosedCases(server, database);
        JdbcClient jdbc = product.bean(JdbcClient.class);
        addCampaign(jdbc, begin);
        if (cases > CAMPAIGN_CASES) {
            closed.add(CAMPAIGN_CASES + 1, cases + 1, begin.minusYears(YEARS_BEFORE), YEARS_BEFORE * 365);
        }
        closed.add(1, CAMPAIGN_CASES + 1, begin, WEEKS * 7 - 1);
        HttpUser office = HttpUser.signedIn(product.port(), "office");
        return new Node(cases, product, office, new ArrayList<>(), new ArrayList<>());
    }

    static void addCampaign(JdbcClient jdbc, LocalDate begin) {
        jdbc.sql("""
                        insert into campaign (campaign_no, name, name_zh, document_no, legal_basis, stage, first_day, last_day,
                                              planned_last_day, goods, platforms, regions, agencies, supervision_criteria,
                                              indicator_set, returns_on, drafted_at, drafted_by, drafted_name, approved_at,
                                              approved_name)
                        values (:no, 'Clean net', '清网行动', '2026-1', 'E-Commerce Law', 'RUNNING', :begin, :last, :last, '{}',
                                '{}', '{330000,440000,310000,110000}', '{commerce}', 'Large cases', 'online-market', 5, now(),
                                'office', 'Office', now(), 'Supervisor')
                        """)
                .param("no", CAMPAIGN)
                .param("begin", begin)
                .param("last", begin.plusWeeks(WEEKS + 4L))
                .update();
        LocalDate to = begin.plusWeeks(WEEKS - 1L).minusDays(1);
        jdbc.sql("insert into briefing values (:no, :campaign, :begin, :from, :to, :indicators::text[], 'RETURNS', 1, now())")
                .param("no", BRIEFING)
                .param("campaign", CAMPAIGN)
                .param("begin", begin)
                .param("from", to.minusDays(6))
                .param("to", to)
                .param("indicators", INDICATORS)
                .update();
        jdbc.sql("""
                        insert into agency_return (return_no, briefing_no, jurisdiction, stage)
                        select :no || '-' || agency, :no, agency, 'LATE'
                        from unnest('{commerce-330000,commerce-440000,commerce-310000,commerce-110000}'::text[]) agency
                        """)
                .param("no", BRIEFING)
                .update();
    }

    private static void page(HttpUser office) {
        HttpResponse<String> page = office.get("/desk/campaigns/" + CAMPAIGN);
        if (page.statusCode() != 200 || !page.body().contains(ALL_CLOSED)) {
            throw new IllegalStateException("the campaign's page answers " + page.statusCode() + ": " + page.body());
        }
    }

    /** As the job does it, but taken back, so that the next round has the same to do. */
    private static void compile(Product product) {
        product.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            product.bean(BriefingService.class).compile(BRIEFING);
            status.setRollbackOnly();
        });
    }

    private static double time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String table(Node few, Node many) {
        Map<String, List<List<Double>>> rows = new TreeMap<>();
        rows.put("campaign's page, over HTTP with session and rights", List.of(few.page(), many.page()));
        rows.put("compiling a week's briefing, with the list behind every figure", List.of(few.compiling(), many.compiling()));
        StringBuilder table = new StringBuilder(
                """
                A campaign of %d weeks with 10,000 cases, all closed, in a database that holds nothing else, and in one with %,d closed cases of the %d years before it: %,d entries of timelines, as many complaints as cases. %d rounds in turn after %d to warm up; milliseconds, p50 / p95.

                | | %,d closed cases | %,d closed cases | ratio, round by round |
                | --- | ---: | ---: | ---: |
                """
                        .formatted(
                                WEEKS,
                                many.cases() - few.cases(),
                                YEARS_BEFORE,
                                many.cases() * EVENTS,
                                ROUNDS,
                                WARM_UP,
                                few.cases(),
                                many.cases()));
        rows.forEach((what, times) -> table.append("| %s | %s | %s | %s |%n"
                .formatted(what, both(times.get(0)), both(times.get(1)), Figures.spread(ratios(times.get(0), times.get(1))))));
        return table.toString();
    }

    private static List<Double> ratios(List<Double> small, List<Double> large) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < small.size(); i++) {
            ratios.add(large.get(i) / small.get(i));
        }
        return ratios;
    }

    private static String both(List<Double> times) {
        return Figures.one(Figures.median(times)) + " / " + Figures.one(Figures.percentile(times, 95));
    }
}
