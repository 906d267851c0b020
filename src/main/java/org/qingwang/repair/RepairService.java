package org.qingwang.repair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.bulk.BulkItem;
import org.qingwang.bulk.BulkService;
import org.qingwang.common.BadInput;
import org.qingwang.common.Bilingual;
import org.qingwang.common.GivenText;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.DeadlineRule;
import org.qingwang.law.DeadlineRules;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds up, moves and migrates processes, one or many: shown first, with what it means for their statutory clocks, then
 * ordered with a reason and done one by one.
 */
@Service
@Transactional
public class RepairService {

    static final String DEFINITION = "definition";
    static final String FROM = "from";
    static final String TO = "to";

    /** Clocks are looked up for no more than these: a preview of hundreds shows those of the first. */
    static final int CLOCKS_SHOWN = 50;

    private final RunningProcesses processes;
    private final StatutoryClocks clocks;
    private final DeadlineRules rules;
    private final BulkService bulk;

    RepairService(RunningProcesses processes, StatutoryClocks clocks, DeadlineRules rules, BulkService bulk) {
        this.processes = processes;
        this.clocks = clocks;
        this.rules = rules;
        this.bulk = bulk;
    }

    /**
     * What would be done.
     *
     * @param definition id of the version the processes run by
     * @param from id of the step to move from; empty unless a process is moved
     * @param to id of the step to move to, or of the version to migrate to; empty otherwise
     */
    public record Order(ProcessAct act, String definition, String from, String to, List<String> processes) {

        public Order {
            processes = List.copyOf(new LinkedHashSet<>(processes));
        }
    }

    /** @throws NotAllowed for anybody but the campaign office, supervisors and administrators */
    @Transactional(readOnly = true)
    public List<RunningModel> models() {
        requireWatcher();
        return processes.models();
    }

    /** @throws NotAllowed if there is no such version, or for anybody who watches over nothing */
    @Transactional(readOnly = true)
    public RunningModel model(String definition) {
        requireWatcher();
        return processes.model(definition).orElseThrow(() -> new NotAllowed("no model " + definition));
    }

    /** @return the version by which a process runs, if it does */
    @Transactional(readOnly = true)
    public Optional<String> definitionOf(String processId) {
        requireWatcher();
        return processes.definitionOf(processId);
    }

    @Transactional(readOnly = true)
    public List<RunningModel> otherVersions(RunningModel model) {
        return processes.otherVersions(model);
    }

    /** @param step only those that stand there; empty for all */
    @Transactional(readOnly = true)
    public List<RunningProcess> of(RunningModel model, String step) {
        return processes.of(model.id(), step, BulkService.MOST);
    }

    /** @return steps that are gone through once, with the names of the statutory periods that run with them */
    @Transactional(readOnly = true)
    public List<ModelStep> steps(RunningModel model, Locale language) {
        Map<String, String> names = rules.all().stream()
                .collect(Collectors.toMap(DeadlineRule::id, rule -> name(rule, language), (older, newer) -> newer));
        return processes.steps(model.id(), language).stream()
                .map(step -> step.with(step.rules().stream()
                        .map(rule -> names.getOrDefault(rule, rule))
                        .toList()))
                .toList();
    }

    private static String name(DeadlineRule rule, Locale language) {
        return new Bilingual(rule.name(), rule.nameZh()).in(language);
    }

    /** @return names of all steps of a version by their ids */
    @Transactional(readOnly = true)
    public Map<String, String> stepNames(RunningModel model, Locale language) {
        return processes.stepNames(model.id(), language);
    }

    /** @return names of steps that processes stand at now and that the other version has none alike for */
    @Transactional(readOnly = true)
    public List<String> stepsWithoutMatch(Order order, Locale language) {
        if (order.act() != ProcessAct.MIGRATE) {
            return List.of();
        }
        Map<String, String> names = processes.stepNames(order.definition(), language);
        return processes.stepsWithoutMatch(order.definition(), order.to()).stream()
                .map(step -> names.getOrDefault(step, step))
                .toList();
    }

    /**
     * The processes an order is about, after it was checked that it may be given.
     *
     * @throws NotAllowed if the current person may not order this
     * @throws BadInput if something is missing or does not fit
     */
    @Transactional(readOnly = true)
    public List<RunningProcess> check(Order order) {
        Actor actor = Actors.current();
        if (!order.act().isOpenTo(actor)) {
            throw new NotAllowed(actor.userId() + " does not order " + order.act());
        }
        RunningModel model = model(order.definition());
        if (order.processes().isEmpty()) {
            throw new BadInput("process", "bulk.nothing");
        }
        if (order.processes().size() > BulkService.MOST) {
            throw new BadInput("process", "bulk.too-many", order.processes().size(), BulkService.MOST);
        }
        if (order.act() == ProcessAct.MOVE) {
            requireSteps(order, model);
        }
        if (order.act() == ProcessAct.MIGRATE) {
            requireVersion(order, model);
        }
        return processes.named(order.definition(), order.processes());
    }

    private void requireSteps(Order order, RunningModel model) {
        List<String> steps = processes.steps(model.id(), Locale.ENGLISH).stream()
                .map(ModelStep::id)
                .toList();
        if (!steps.contains(order.from())) {
            throw new BadInput("from", "repair.no-step");
        }
        if (!steps.contains(order.to()) || order.to().equals(order.from())) {
            throw new BadInput("to", "repair.no-other-step");
        }
    }

    private void requireVersion(Order order, RunningModel model) {
        boolean known = processes.otherVersions(model).stream()
                .anyMatch(other -> other.id().equals(order.to()));
        if (!known) {
            throw new BadInput("version", "repair.no-version");
        }
    }

    /** @return by process id the statutory clocks that run, of the first fifty */
    @Transactional(readOnly = true)
    public Map<String, List<StatutoryClock>> openClocks(List<RunningProcess> shown) {
        Map<String, List<StatutoryClock>> open = new HashMap<>();
        shown.stream()
                .filter(process -> process.number() != null)
                .limit(CLOCKS_SHOWN)
                .forEach(process -> open.put(
                        process.id(),
                        clocks.of(process.number()).stream()
                                .filter(clock -> clock.metAt() == null)
                                .toList()));
        return open;
    }

    /**
     * Orders it.
     *
     * @param id of the order, chosen by the page: the same order twice is one
     * @throws BadInput without a reason, or as {@link #check}
     */
    public void order(UUID id, Order order, String reason) {
        String given = GivenText.required("reason", reason, "repair.reason-missing", "repair.reason-long");
        Map<String, RunningProcess> known =
                check(order).stream().collect(Collectors.toMap(RunningProcess::id, Function.identity()));
        RunningModel model = model(order.definition());
        Map<String, Object> facts = new HashMap<>();
        facts.put(DEFINITION, order.definition());
        if (!order.from().isEmpty()) {
            facts.put(FROM, order.from());
        }
        if (!order.to().isEmpty()) {
            facts.put(TO, order.to());
        }
        bulk.order(id, order.act().kind(), facts, given, items(order.processes(), known, model, order));
    }

    private static List<BulkItem> items(
            Collection<String> ids, Map<String, RunningProcess> known, RunningModel model, Order order) {
        List<BulkItem> items = new ArrayList<>();
        for (String id : ids) {
            RunningProcess process = known.get(id);
            items.add(BulkItem.of(
                    items.size(),
                    id,
                    process == null ? null : process.number(),
                    model.name(),
                    order.act() == ProcessAct.MOVE ? order.to() : null));
        }
        return items;
    }

    private static void requireWatcher() {
        Actor actor = Actors.current();
        if (!actor.seesEverything() && !actor.isAdministrator()) {
            throw new NotAllowed(actor.userId() + " watches over no processes");
        }
    }
}
