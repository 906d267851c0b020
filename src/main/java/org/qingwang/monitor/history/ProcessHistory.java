package org.qingwang.monitor.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened in processes, as far as the reader may know: see {@link Reach}. What somebody may not read is as if it did
 * not exist.
 */
@Service
@Transactional(readOnly = true)
public class ProcessHistory {

    /** Rows of a page. */
    public static final int PAGE = 50;

    /** Steps of a page of one process. */
    public static final int STEPS = 200;

    /** Most processes one file holds. */
    public static final int FILE = 100_000;

    private static final int MOST_VALUES = 5_000;
    private static final int MOST_FAULTS = 200;
    private static final int MOST_ENTRIES = 200;

    private final ClosedRuns closed;
    private final RunRows rows;
    private final DecisionRows decisions;
    private final OperationRows operations;
    private final AgencyService agencies;
    private final AuditLog audit;

    ProcessHistory(
            ClosedRuns closed,
            RunRows rows,
            DecisionRows decisions,
            OperationRows operations,
            AgencyService agencies,
            AuditLog audit) {
        this.closed = closed;
        this.rows = rows;
        this.decisions = decisions;
        this.operations = operations;
        this.agencies = agencies;
        this.audit = audit;
    }

    /** @param definition id of a version of a model */
    public Optional<Model> model(String definition) {
        return closed.model(definition);
    }

    /**
     * @param model key of the model; its versions are read together
     * @param after where to read on; empty for those that ended last
     */
    public Page<ProcessRun> closed(String model, ClosedFilter filter, Optional<Cursor> after) {
        return Page.of(closed.page(reach(), model, filter, after, PAGE + 1), PAGE);
    }

    /**
     * Hands out closed processes one by one, {@link #FILE} at most, and remembers who took them along.
     *
     * @return whether these were all
     */
    @Transactional
    public boolean export(String model, ClosedFilter filter, Consumer<ProcessRun> taker) {
        audit.record(AuditEntry.of("process.history-exported", "process", model, Map.of("filter", filter.toString())));
        AtomicInteger given = new AtomicInteger();
        try (Stream<ProcessRun> all = closed.all(reach(), model, filter, FILE + 1)) {
            all.filter(run -> given.incrementAndGet() <= FILE).forEach(taker);
        }
        return given.get() <= FILE;
    }

    /** @return the process; empty if there is none, or none for this reader */
    public Optional<ProcessRun> find(String id) {
        Reach reach = reach();
        return closed.find(id).filter(run -> reach.includes(run.jurisdiction()));
    }

    /** @param page the first is 0 */
    public Steps steps(ProcessRun run, int page) {
        List<Step> found = rows.steps(run.id(), page * STEPS, STEPS + 1);
        List<Step> shown = found.subList(0, Math.min(STEPS, found.size()));
        boolean more = found.size() > STEPS;
        return reach().readsValuesOf(run.jurisdiction())
                ? new Steps(withValues(run, shown, page == 0), more, true)
                : new Steps(shown, more, false);
    }

    /** @return each time the process stood still, the oldest first */
    public List<Fault> faults(ProcessRun run) {
        return rows.faults(run.id(), MOST_FAULTS);
    }

    /** What decision tables answered in the processes of a model. */
    public Page<TakenDecision> decisions(String model, Optional<Cursor> after) {
        return Page.of(decisions.page(reach(), model, after, PAGE + 1), PAGE);
    }

    /** What decision tables answered in one process, the newest first. */
    public List<TakenDecision> decisions(ProcessRun run) {
        return decisions.of(reach(), run.id(), MOST_ENTRIES);
    }

    /** What people did to the processes of a model, and to the model; each act once, with all it changed. */
    public Page<Operation> operations(String model, Optional<Cursor> after) {
        Page<Operation> page = Page.of(operations.page(reach(), model, after, PAGE + 1), PAGE);
        return new Page<>(together(page.rows()), page.older());
    }

    /** What people did to one process, the newest first. */
    public List<Operation> operations(ProcessRun run) {
        return together(operations.of(run.id(), MOST_ENTRIES));
    }

    /** The engine keeps a row for each thing an act changed. */
    private static List<Operation> together(List<Operation> rows) {
        Map<String, Operation> acts = new LinkedHashMap<>();
        rows.forEach(row -> acts.merge(row.id() + " " + row.on(), row, Operation::and));
        return List.copyOf(acts.values());
    }

    private List<Step> withValues(ProcessRun run, List<Step> steps, boolean fromTheBeginning) {
        Map<String, List<SetValue>> set =
                rows.values(run.id(), MOST_VALUES).stream().collect(Collectors.groupingBy(value -> value.step()));
        if (fromTheBeginning && !steps.isEmpty()) {
            // What a process was given is set in no step: it stands at the first one.
            set.computeIfAbsent(steps.get(0).id(), id -> new ArrayList<>())
                    .addAll(0, set.getOrDefault(run.id(), List.of()));
        }
        return steps.stream()
                .map(step -> step.with(set.getOrDefault(step.id(), List.of())))
                .toList();
    }

    Reach reach() {
        Actor actor = Actors.current();
        boolean everywhere = actor.seesEverything() || actor.isAdministrator();
        return Reach.of(actor, everywhere ? Set.of() : agencies.tenantsOf(actor));
    }
}
