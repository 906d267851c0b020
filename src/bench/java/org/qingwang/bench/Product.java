package org.qingwang.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.qingwang.QingwangApplication;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseService;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.Claim;
import org.qingwang.complaint.ComplainantType;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.support.SignIn;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product: rights on, forms checked, own tables, audit. */
final class Product implements Side {

    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");
    private static final Actor OFFICER = SignIn.officer(ZHEJIANG.id());
    private static final Actor HEAD = SignIn.head(ZHEJIANG.id());
    private static final Actor LEGAL = SignIn.legal(ZHEJIANG.id());

    private final String database;
    private final ConfigurableApplicationContext context;
    private final Map<Integer, String> receipts = new ConcurrentHashMap<>();
    private final Map<Integer, String> cases = new ConcurrentHashMap<>();
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    Product(BenchServer server, String database, String... settings) {
        this(database, server.create(database), settings);
    }

    /** Another node on a database that is there already. */
    Product(String database, String url, String... settings) {
        this.database = database;
        String[] arguments = new String[settings.length + 5];
        arguments[0] = "--spring.datasource.url=" + url;
        arguments[1] = "--spring.datasource.username=postgres";
        arguments[2] = "--spring.datasource.password=postgres";
        arguments[3] = "--server.port=0";
        arguments[4] = "--qingwang.demo.campaign=false";
        System.arraycopy(settings, 0, arguments, 5, settings.length);
        context = new SpringApplicationBuilder(QingwangApplication.class).run(arguments);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public String name() {
        return "Qingwang";
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public void file(int number) {
        NewComplaint complaint = new NewComplaint(
                LocalDate.now(ZoneId.of("Asia/Shanghai")),
                Channel.API,
                ComplainantType.RIGHTS_HOLDER,
                "Holder " + number,
                "holder" + number + "@example.com",
                "MARK" + number,
                Integer.toString(10_000_000 + number),
                "Taobao",
                List.of("https://item.taobao.com/item.htm?id=" + run.hashCode() + number),
                "Shop " + Long.toString(number * 7919L + 104729, 36) + run,
                "330000",
                "bags",
                BigDecimal.TEN,
                new BigDecimal("150.00"),
                "CNY",
                "The shop offers bags with our mark that we did not make.",
                Claim.COUNTERFEIT_MARK,
                null);
        String receipt = SignIn.as(
                        bean(IdentityService.class),
                        OFFICER,
                        () -> bean(ComplaintService.class).file(complaint, ZHEJIANG, "bench-" + run + "-" + number))
                .receiptNo();
        receipts.put(number, receipt);
    }

    @Override
    public boolean work(int number, String step) {
        String key = receipts.get(number);
        if (!step.equals(Answers.WAY.get(0))) {
            key = cases.computeIfAbsent(
                    number,
                    n -> bean(CaseService.class).caseOf(receipts.get(n)).orElse(null));
        }
        String businessKey = key;
        Actor actor = whoWorks(step);
        return key != null
                && SignIn.as(bean(IdentityService.class), actor, () -> work(businessKey, number, step, actor));
    }

    private static Actor whoWorks(String step) {
        return switch (step) {
            case "Task_ConfirmAssignment", "Task_DecideFiling", "Task_Decide" -> HEAD;
            case "Task_LegalReview" -> LEGAL;
            default -> OFFICER;
        };
    }

    private boolean work(String businessKey, int number, String step, Actor actor) {
        List<Task> open = bean(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(step)
                .listPage(0, 1);
        if (open.isEmpty()) {
            return false;
        }
        String task = open.get(0).getId();
        bean(TaskService.class).claim(task, actor.userId());
        bean(FormService.class).submitTaskForm(task, new HashMap<>(Answers.of(step, number)));
        return true;
    }

    @Override
    public boolean finished(int number) {
        return bean(RuntimeService.class)
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(cases.get(number))
                        .count()
                == 0;
    }

    @Override
    public void close() {
        context.close();
    }
}
