package org.qingwang.repair.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.Acting;
import org.qingwang.engine.OwnDoing;
import org.qingwang.engine.picture.StepNames;
import org.qingwang.repair.ModelStep;
import org.qingwang.repair.RunningModel;
import org.qingwang.repair.RunningProcess;
import org.qingwang.repair.RunningProcesses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Processes as the engine has them. */
@Component
class EngineRunningProcesses implements RunningProcesses {

    /** A clock's rule, as a model names it. */
    private static final Pattern RULE = Pattern.compile("'([a-z][a-z-]*\\.[a-z.-]+)'");

    private static final String MODELS = """
            select d.id_, d.key_, d.name_, d.version_, count(e.id_) running,
                   count(e.id_) filter (where e.suspension_state_ = 2) suspended
            from act_re_procdef d left join act_ru_execution e on e.proc_def_id_ = d.id_ and e.parent_id_ is null
            """;

    private static final String PROCESSES = """
            select e.id_, e.business_key_, e.tenant_id_, e.suspension_state_,
                   array(select distinct x.act_id_ from act_ru_execution x
                         where x.proc_inst_id_ = e.id_ and x.is_active_ and x.act_id_ is not null) steps
            from act_ru_execution e
            where e.parent_id_ is null and e.proc_def_id_ = :definition
            """;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final StepNames names;
    private final Acting acting;
    private final OwnDoing ownDoing;
    private final JdbcClient jdbc;

    EngineRunningProcesses(
            RepositoryService repository,
            RuntimeService runtime,
            StepNames names,
            Acting acting,
            OwnDoing ownDoing,
            JdbcClient jdbc) {
        this.repository = repository;
        this.runtime = runtime;
        this.names = names;
        this.acting = acting;
        this.ownDoing = ownDoing;
        this.jdbc = jdbc;
    }

    @Override
    public List<RunningModel> models() {
        return jdbc.sql(MODELS + " group by d.id_ having count(e.id_) > 0 order by d.key_, d.version_ desc")
                .query(EngineRunningProcesses::model)
                .list();
    }

    @Override
    public Optional<RunningModel> model(String definition) {
        return jdbc.sql(MODELS + " where d.id_ = :definition group by d.id_")
                .param("definition", definition)
                .query(EngineRunningProcesses::model)
                .optional();
    }

    @Override
    public List<RunningModel> otherVersions(RunningModel model) {
        return jdbc.sql(MODELS + " where d.key_ = :key and d.id_ <> :id group by d.id_ order by d.version_ desc")
                .param("key", model.key())
                .param("id", model.id())
                .query(EngineRunningProcesses::model)
                .list();
    }

    private static RunningModel model(ResultSet row, int number) throws SQLException {
        return new RunningModel(
                row.getString("id_"),
                row.getString("key_"),
                row.getString("name_"),
                row.getInt("version_"),
                row.getInt("running"),
                row.getInt("suspended"));
    }

    @Override
    public List<RunningProcess> of(String definition, String step, int most) {
        return jdbc.sql(PROCESSES + """
                        and (:step = '' or exists (
                            select from act_ru_execution s
                            where s.proc_inst_id_ = e.id_ and s.is_active_ and s.act_id_ = :step))
                        order by e.business_key_, e.id_ limit :most
                        """)
                .param("definition", definition)
                .param("step", step)
                .param("most", most)
                .query(EngineRunningProcesses::process)
                .list();
    }

    @Override
    public List<RunningProcess> named(String definition, Collection<String> ids) {
        return jdbc.sql(PROCESSES + " and e.id_ = any (:ids) order by e.business_key_, e.id_")
                .param("definition", definition)
                .param("ids", ids.toArray(String[]::new))
                .query(EngineRunningProcesses::process)
                .list();
    }

    private static RunningProcess process(ResultSet row, int number) throws SQLException {
        return new RunningProcess(
                row.getString("id_"),
                row.getString("business_key_"),
                row.getString("tenant_id_"),
                row.getInt("suspension_state_") == 2,
                List.of((String[]) row.getArray("steps").getArray()));
    }

    @Override
    public Optional<String> definitionOf(String processId) {
        return jdbc.sql("select proc_def_id_ from act_ru_execution where id_ = :id and parent_id_ is null")
                .param("id", processId)
                .query(String.class)
                .optional();
    }

    @Override
    public List<ModelStep> steps(String definition, Locale language) {
        AtomicReference<List<FlowNode>> nodes = new AtomicReference<>();
        ownDoing.run(() ->
                nodes.set(repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class).stream()
                        .filter(EngineRunningProcesses::isOfTheMainWay)
                        .filter(node -> !(node instanceof BoundaryEvent) && !(node instanceof Gateway))
                        .toList()));
        return nodes.get().stream()
                .map(node -> new ModelStep(node.getId(), names.of(definition, node.getId(), language), rules(node)))
                .toList();
    }

    @Override
    public Map<String, String> stepNames(String definition, Locale language) {
        return names.in(definition, language);
    }

    /** In the model itself or in a part that is gone through once: of others nobody could say which of them is meant. */
    private static boolean isOfTheMainWay(FlowNode node) {
        ModelElementInstance around = node.getParentElement();
        while (around instanceof SubProcess part && !part.triggeredByEvent() && part.getLoopCharacteristics() == null) {
            around = part.getParentElement();
        }
        return around instanceof Process;
    }

    /** Of its own day and of the timers that stand at it. */
    private static List<String> rules(FlowNode node) {
        Set<String> rules = new TreeSet<>();
        if (node instanceof UserTask task && task.getCamundaDueDate() != null) {
            collect(task.getCamundaDueDate(), rules);
        }
        node.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> node.equals(event.getAttachedTo()))
                .flatMap(event -> event.getEventDefinitions().stream())
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .filter(timer -> timer.getTimeDate() != null)
                .forEach(timer -> collect(timer.getTimeDate().getTextContent(), rules));
        return List.copyOf(rules);
    }

    private static void collect(String expression, Set<String> rules) {
        Matcher rule = RULE.matcher(expression);
        while (rule.find()) {
            rules.add(rule.group(1));
        }
    }

    @Override
    public List<String> stepsWithoutMatch(String from, String to) {
        Set<String> matched = plan(from, to).getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        return jdbc
                .sql("select distinct act_id_ from act_ru_execution"
                        + " where proc_def_id_ = :from and is_active_ and act_id_ is not null order by act_id_")
                .param("from", from)
                .query(String.class)
                .list()
                .stream()
                .filter(step -> !matched.contains(step))
                .toList();
    }

    private MigrationPlan plan(String from, String to) {
        AtomicReference<MigrationPlan> plan = new AtomicReference<>();
        ownDoing.run(() -> plan.set(
                runtime.createMigrationPlan(from, to).mapEqualActivities().build()));
        return plan.get();
    }

    @Override
    public void suspend(String processId, boolean suspended) {
        act(() -> {
            if (suspended) {
                runtime.suspendProcessInstanceById(processId);
            } else {
                runtime.activateProcessInstanceById(processId);
            }
        });
    }

    /** A process that does not stand there any more has gone on by itself: it is left alone. */
    @Override
    public void move(String processId, String from, String to) {
        List<String> standing = new ArrayList<>(jdbc.sql(
                        "select act_id_ from act_ru_execution where proc_inst_id_ = :id and is_active_ and act_id_ = :from")
                .param("id", processId)
                .param("from", from)
                .query(String.class)
                .list());
        if (standing.isEmpty()) {
            throw new BadInput("", "repair.not-there");
        }
        act(() -> runtime.createProcessInstanceModification(processId)
                .startBeforeActivity(to)
                .cancelAllForActivity(from)
                .execute());
    }

    @Override
    public void migrate(String processId, String from, String to) {
        MigrationPlan plan = plan(from, to);
        try {
            act(() -> runtime.newMigration(plan).processInstanceIds(processId).execute());
        } catch (ProcessEngineException e) {
            throw new BadInput("", "repair.no-match");
        }
    }

    private void act(Runnable act) {
        Supplier<Void> work = () -> {
            act.run();
            return null;
        };
        try {
            acting.asCurrent(work);
        } catch (OptimisticLockingException e) {
            throw new BadInput("", "worklist.busy");
        } catch (AuthorizationException e) {
            throw new NotAllowed(e.getMessage());
        }
    }
}
