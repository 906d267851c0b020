package org.qingwang.bench;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.HttpUser;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What officers and supervisors look at all day, with 100,000 open tasks and a million closed processes, rights enforced,
 * while cases are worked on the same side: Qingwang over HTTP as the web applications ask, the stock engine on its own
 * indexes by a call within the JVM, which favours the stock engine.
 */
final class Supervising implements Benchmarks.Benchmark {

    private static final int OPEN_TASKS = Integer.getInteger("bench.tasks", 100_000);
    private static final int CLOSED = Integer.getInteger("bench.closed", 1_000_000);
    private static final int PROCESSES_A_CASE = 5;
    private static final int ROUNDS = 40;
    private static final int WARM_UP = 5;
    private static final double SLOW = 2_000;
    private static final int TRIES_IF_SLOW = 3;

    private static final int ENDED = 1;
    private static final int OPEN = 2;
    private static final int WORKED = 100;

    private static final String GROUP = "commerce-330000";
    private static final String OFFICER = "officer";
    private static final String SUPERVISOR = "supervisor";
    private static final String MODEL = "commerce-investigation";
    private static final int PAGE = 25;
    private static final Pattern FILTER_OF_GROUPS = Pattern.compile("\"id\":\"([^\"]+)\"[^{}]*?\"name\":\"My groups");

    @Override
    public String title() {
        return "Officers and supervisors over 100,000 open tasks and a million closed processes";
    }

    /** One question to both sides; milliseconds of each answer. */
    private record Question(
            String words, Supplier<Object> ours, Supplier<Object> theirs, List<Double> ourTimes, List<Double> theirTimes) {

        Question(String words, Supplier<Object> ours, Supplier<Object> theirs) {
            this(words, ours, theirs, new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public String run() throws Exception {
        try (BenchServer server = new BenchServer();
                Product product = new Product(server, "product");
                StockEngine stock = new StockEngine(server, "stock", true);
                CaseWork ourWork = new CaseWork(product, WORKED);
                CaseWork theirWork = new CaseWork(stock, WORKED)) {
            CaseWork.whole(product, ENDED);
            CaseWork.whole(stock, ENDED);
            OfficersList.filler(product.bean(DataSource.class), open(product, product.bean(ProcessEngine.class)))
                    .accept(OPEN_TASKS);
            OfficersList.filler(stock.source(), open(stock, stock.engine())).accept(OPEN_TASKS);
            long ourSteps = new HistoryRows(product.bean(DataSource.class)).copy(CLOSED);
            long theirSteps = new HistoryRows(stock.source()).copy(CLOSED);
            addCases(server, product);
            grant(stock.engine());
            List<Question> questions = questions(product, stock.engine());
            ourWork.start();
            theirWork.start();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                boolean counts = round >= 0;
                ask(ourWork, questions, Question::ours, Question::ourTimes, counts);
                ask(theirWork, questions, Question::theirs, Question::theirTimes, counts);
            }
            return table(questions, ourSteps, theirSteps);
        }
    }

    /** A complaint whose first task is open, and nothing else of it at work. */
    private static String open(Side side, ProcessEngine engine) {
        side.file(OPEN);
        CaseWork.await(() -> engine.getTaskService().createTaskQuery().count() == 1, "an open task");
        return engine.getTaskService().createTaskQuery().singleResult().getProcessInstanceId();
    }

    private static void addCases(BenchServer server, Product product) {
        LocalDate today = LocalDate.now(WorkingCalendar.ZONE);
        Growth.addCampaign(product.bean(JdbcClient.class), today.minusWeeks(Growth.WEEKS));
        int cases = CLOSED / PROCESSES_A_CASE;
        int days = 5 * 365;
        new ClosedCases(server, product.database())
                .add(WORKED * WORKED, WORKED * WORKED + cases, today.minusDays(days), days - 1);
    }

    private static void grant(ProcessEngine engine) {
        OfficersList.grant(engine);
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(SUPERVISOR);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(Authorization.ANY);
        grant.addPermission(ProcessDefinitionPermissions.READ);
        grant.addPermission(ProcessDefinitionPermissions.READ_TASK);
        grant.addPermission(ProcessDefinitionPermissions.READ_INSTANCE);
        grant.addPermission(ProcessDefinitionPermissions.READ_HISTORY);
        engine.getAuthorizationService().saveAuthorization(grant);
    }

    private static List<Question> questions(Product product, ProcessEngine stock) {
        HttpUser officer = HttpUser.signedIn(product.port(), "commerce-zj");
        HttpUser supervisor = HttpUser.signedIn(product.port(), SUPERVISOR);
        String filter = filterOfGroups(officer);
        String model = "/desk/process-history/models/" + definition(product.bean(ProcessEngine.class));
        String theirModel = definition(stock);
        String instance = lastEnded(product.bean(ProcessEngine.class).getHistoryService());
        String theirInstance = lastEnded(stock.getHistoryService());
        HistoryService past = stock.getHistoryService();
        return List.of(
                new Question(
                        "a page of an officer's list",
                        () -> OfficersList.ask(officer, "/task?firstResult=0&maxResults=15"),
                        as(stock, OFFICER, () -> mine(stock).orderByTaskCreateTime().desc().listPage(0, 15))),
                new Question(
                        "a filter's count",
                        () -> get(officer, "/camunda/api/engine/engine/default/filter/" + filter + "/count"),
                        as(stock, OFFICER, () -> mine(stock).count())),
                new Question(
                        "the campaign view; the stock dashboard's statistics and its count of what is overdue",
                        () -> get(supervisor, "/desk/campaign-view"),
                        as(stock, SUPERVISOR, () -> List.of(
                                stock.getManagementService()
                                        .createProcessDefinitionStatisticsQuery()
                                        .includeRootIncidents()
                                        .list(),
                                stock.getTaskService().createTaskQuery().dueBefore(new Date()).count()))),
                new Question(
                        "closed processes of one model, the last ones first",
                        () -> get(supervisor, model + "/closed"),
                        as(stock, SUPERVISOR, () -> past.createHistoricProcessInstanceQuery()
                                .processDefinitionKey(MODEL)
                                .finished()
                                .orderByProcessInstanceEndTime()
                                .desc()
                                .listPage(0, PAGE))),
                new Question(
                        "one closed process, step by step",
                        () -> get(supervisor, "/desk/process-history/" + instance + "/steps"),
                        as(stock, SUPERVISOR, () -> past.createHistoricActivityInstanceQuery()
                                .processInstanceId(theirInstance)
                                .orderByHistoricActivityInstanceStartTime()
                                .asc()
                                .list())),
                new Question(
                        "heat map of one model, which Qingwang counts at most every five minutes",
                        () -> get(supervisor, model + "/heat"),
                        as(stock, SUPERVISOR, () -> past.createHistoricActivityStatisticsQuery(theirModel)
                                .includeFinished()
                                .list())),
                new Question(
                        "operation log of one model, the last acts first",
                        () -> get(supervisor, model + "/operations"),
                        as(stock, SUPERVISOR, () -> past.createUserOperationLogQuery()
                                .processDefinitionKey(MODEL)
                                .orderByTimestamp()
                                .desc()
                                .listPage(0, PAGE))));
    }

    private static String filterOfGroups(HttpUser officer) {
        Matcher found = FILTER_OF_GROUPS.matcher(officer.engineGet("/filter").body());
        if (!found.find()) {
            throw new IllegalStateException("no filter of the groups' tasks");
        }
        return found.group(1);
    }

    private static String definition(ProcessEngine engine) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(MODEL)
                .latestVersion()
                .withoutTenantId()
                .singleResult()
                .getId();
    }

    private static String lastEnded(HistoryService history) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(MODEL)
                .finished()
                .orderByProcessInstanceEndTime()
                .desc()
                .listPage(0, 1)
                .get(0)
                .getId();
    }

    private static TaskQuery mine(ProcessEngine engine) {
        return engine.getTaskService().createTaskQuery().taskCandidateGroup(GROUP).taskUnassigned();
    }

    private static Supplier<Object> as(ProcessEngine engine, String user, Supplier<Object> question) {
        return () -> {
            engine.getIdentityService().setAuthentication(user, List.of(user.equals(OFFICER) ? GROUP : "supervisors"));
            try {
                return question.get();
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        };
    }

    private static Object get(HttpUser user, String path) {
        HttpResponse<String> answer = user.get(path);
        if (answer.statusCode() != 200 || answer.body().length() < 5) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** A question that takes seconds is asked a few times only: more would tell nothing and take an hour. */
    private static void ask(
            CaseWork work,
            List<Question> questions,
            Function<Question, Supplier<Object>> side,
            Function<Question, List<Double>> timesOf,
            boolean counts) {
        work.go();
        for (Question question : questions) {
            List<Double> times = timesOf.apply(question);
            if (times.size() >= TRIES_IF_SLOW && Figures.median(times) > SLOW) {
                continue;
            }
            long begin = System.nanoTime();
            side.apply(question).get();
            double time = (System.nanoTime() - begin) / 1e6;
            if (counts || time > SLOW) {
                times.add(time);
            }
        }
        work.rest();
    }

    private static String table(List<Question> questions, long ourSteps, long theirSteps) {
        StringBuilder table = new StringBuilder(
                """
                %,d open tasks, of which one group holds a fifth; %,d closed processes with %,d steps in their history (stock engine: %,d); rights enforced, one case after another worked on the side that is asked. %d rounds in turn after %d to warm up (a question that takes more than two seconds: three times); milliseconds, p50 / p95. Qingwang over HTTP with session, rights and JSON; the stock engine, with default rights and the indexes it comes with, by a call within the JVM.

                | | Qingwang | stock engine |
                | --- | ---: | ---: |
                """
                        .formatted(OPEN_TASKS, CLOSED, ourSteps, theirSteps, ROUNDS, WARM_UP));
        questions.forEach(question -> table.append("| %s | %s | %s |%n"
                .formatted(question.words(), both(question.ourTimes()), both(question.theirTimes()))));
        return table.toString();
    }

    private static String both(List<Double> times) {
        return Figures.one(Figures.median(times)) + " / " + Figures.one(Figures.percentile(times, 95));
    }
}
