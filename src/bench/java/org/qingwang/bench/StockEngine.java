package org.qingwang.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The engine as it comes, on the same models and forms: defaults, history full, no rights, delegates that do nothing but
 * set what the next gateway reads. What a form submits becomes process variables, as the stock engine has it.
 */
final class StockEngine implements Side {

    private static final Duration FAR = Duration.ofDays(30);

    private final String database;
    private final HikariDataSource source;
    private final ProcessEngine engine;

    StockEngine(BenchServer server, String database) {
        this(server, database, false);
    }

    StockEngine(BenchServer server, String database, boolean rights) {
        this(database, server.create(database), rights);
    }

    /** On a database that is there already, and empty. */
    StockEngine(String database, String url, boolean rights) {
        this.database = database;
        source = new HikariDataSource(pool(url));
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(database);
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(rights);
        configuration.setGeneralResourceWhitelistPattern(".+");
        configuration.setJobExecutorActivate(true);
        configuration.setBeans(beans());
        // Lists in a form need a serialization the stock engine does not bring by itself.
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.setDefaultSerializationFormat("application/json");
        engine = configuration.buildProcessEngine();
        deploy();
    }

    private static HikariConfig pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(24);
        return config;
    }

    ProcessEngine engine() {
        return engine;
    }

    HikariDataSource source() {
        return source;
    }

    private Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        beans.put("clocks", new FarAway());
        JavaDelegate nothing = execution -> {};
        for (String name : List.of(
                "markClockMissed", "tellComplainant", "refuseIncomplete", "joinCase", "closeCase", "tellComplainants",
                "computeFineRange")) {
            beans.put(name, nothing);
        }
        JavaDelegate screen = execution -> execution.setVariable("deconfliction", "none");
        beans.put("screenComplaint", screen);
        JavaDelegate competence = execution -> {
            execution.setVariable("jurisdiction", "commerce-330000");
            execution.setVariable("agency", "commerce");
        };
        beans.put("findCompetence", competence);
        JavaDelegate open = execution -> {
            String caseNo = "case-" + execution.getProcessBusinessKey();
            execution.setVariable("caseNo", caseNo);
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .startProcessInstanceByKey("casefile", caseNo, Map.of("caseNo", caseNo));
        };
        beans.put("openCase", open);
        return beans;
    }

    /** Every deadline lies a month ahead. */
    public static final class FarAway {
        public Date due(String subject, String rule, String jurisdiction) {
            return Date.from(Instant.now().plus(FAR));
        }

        public Date timer(String subject, String rule, String jurisdiction) {
            return due(subject, rule, jurisdiction);
        }
    }

    private void deploy() {
        try {
            DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
            for (String pattern : List.of("bpmn/**/*.bpmn", "bpmn/**/*.dmn", "forms/**/*.form")) {
                for (Resource resource : resolver.getResources("classpath*:" + pattern)) {
                    String path = resource.getURL().getPath();
                    String name = path.substring(Math.max(path.lastIndexOf("/bpmn/"), path.lastIndexOf("/forms/")) + 1);
                    deployment.addInputStream(name, resource.getInputStream());
                }
            }
            deployment.deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "stock engine";
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public void file(int number) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "complaint",
                        receipt(number),
                        Map.of("receiptNo", receipt(number), "jurisdiction", "commerce-330000"));
    }

    private static String receipt(int number) {
        return "receipt-" + number;
    }

    @Override
    public boolean work(int number, String step) {
        String key = step.equals(Answers.WAY.get(0)) ? receipt(number) : "case-" + receipt(number);
        List<Task> open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(step)
                .listPage(0, 1);
        if (open.isEmpty()) {
            return false;
        }
        String task = open.get(0).getId();
        engine.getTaskService().claim(task, "officer");
        Map<String, Object> submitted = new HashMap<>(Answers.of(step, number));
        submitted.putAll(Answers.gateways(step));
        engine.getFormService().submitTaskForm(task, submitted);
        return true;
    }

    @Override
    public boolean finished(int number) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("case-" + receipt(number))
                        .count()
                == 0;
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
