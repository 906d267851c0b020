package org.qingwang.monitor.history.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.monitor.history.Fault;
import org.qingwang.monitor.history.ProcessRun;
import org.qingwang.monitor.history.SetValue;
import org.qingwang.monitor.history.Step;
import org.qingwang.monitor.history.Steps;
import org.qingwang.monitor.web.Cell;
import org.qingwang.monitor.web.Table;
import org.springframework.stereotype.Component;

/** Words what happened in one process, as tables. */
@Component
class RunTables {

    /** What the product does by itself. */
    private static final Set<String> BY_ITSELF =
            Set.of("serviceTask", "sendTask", "scriptTask", "businessRuleTask", "callActivity");

    private final Clock clock;

    RunTables(Clock clock) {
        this.clock = clock;
    }

    /** Everybody the tables name. */
    static Stream<String> people(ProcessRun run, Steps steps) {
        return Stream.concat(
                Stream.of(run.startedBy() == null ? "" : run.startedBy()),
                steps.list().stream().map(Step::person));
    }

    Table steps(ProcessRun run, Steps steps, HistoryWords words) {
        return new Table(
                "steps",
                words.say("history.steps"),
                words.sayAll(
                        "history.step",
                        "history.who",
                        "history.began",
                        "history.ended",
                        "history.took",
                        steps.withValues() ? "history.set" : "history.set.hidden"),
                steps.list().stream()
                        .map(step -> row(run, step, steps.withValues(), words))
                        .toList(),
                words.say("history.steps.none"));
    }

    private List<Cell> row(ProcessRun run, Step step, boolean withValues, HistoryWords words) {
        return List.of(
                Cell.words(name(run, step, words), step.called() == null ? null : RunPage.addressOf(step.called())),
                Cell.words(who(run, step, words)),
                Cell.words(words.time(step.startedAt())),
                Cell.words(end(step, words)),
                Cell.amount(took(step, words), step.late()),
                Cell.words(withValues ? values(step.values(), words) : words.say("history.not-shown")));
    }

    private static String name(ProcessRun run, Step step, HistoryWords words) {
        String name = words.step(run.definition(), step.activity());
        return step.type().equals("subProcess") ? words.say("history.step.whole", name) : name;
    }

    private static String who(ProcessRun run, Step step, HistoryWords words) {
        if (step.begins()) {
            return words.person(run.startedBy());
        }
        return BY_ITSELF.contains(step.type()) ? words.say("history.by-itself") : words.person(step.person());
    }

    private static String end(Step step, HistoryWords words) {
        if (step.endedAt() == null) {
            return words.say("history.waits");
        }
        String end = words.time(step.endedAt());
        return step.brokenOff()
                ? words.say("history.broken-off", end)
                : step.late() ? words.say("history.late", end) : end;
    }

    private String took(Step step, HistoryWords words) {
        return words.length(step.endedAt() == null ? Duration.between(step.startedAt(), clock.instant()) : step.took());
    }

    private static String values(List<SetValue> values, HistoryWords words) {
        return values.isEmpty()
                ? "–"
                : values.stream()
                        .map(value -> words.say("history.value", value.name(), words.value(value.value())))
                        .collect(Collectors.joining("\n"));
    }

    Table faults(ProcessRun run, List<Fault> faults, HistoryWords words) {
        return new Table(
                "faults",
                words.say("history.faults"),
                words.sayAll("history.step", "history.fault.since", "history.fault.until", "history.fault.message"),
                faults.stream()
                        .map(fault -> List.of(
                                Cell.words(words.step(run.definition(), fault.activity())),
                                Cell.words(words.time(fault.since())),
                                Cell.words(
                                        fault.endedAt() == null
                                                ? words.say("history.fault.still")
                                                : words.time(fault.endedAt())),
                                Cell.words(fault.message() == null ? "–" : fault.message())))
                        .toList(),
                words.say("history.faults.none"));
    }
}
