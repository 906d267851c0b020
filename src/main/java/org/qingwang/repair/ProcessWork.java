package org.qingwang.repair;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.agency.Actors;
import org.qingwang.bulk.BulkAct;
import org.qingwang.bulk.BulkItem;
import org.qingwang.bulk.BulkWork;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.intervention.StatedReason;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Does to one process what was ordered for many. */
@Component
class ProcessWork implements BulkWork {

    private final RunningProcesses processes;
    private final MessageSource messages;

    ProcessWork(RunningProcesses processes, MessageSource messages) {
        this.processes = processes;
        this.messages = messages;
    }

    @Override
    public boolean does(String kind) {
        return ProcessAct.ofKind(kind).isPresent();
    }

    @Override
    public void doTo(BulkAct act, BulkItem item) {
        ProcessAct what = ProcessAct.ofKind(act.kind()).orElseThrow();
        if (!what.isOpenTo(Actors.current())) {
            throw new NotAllowed(act.orderedBy() + " does not do " + what + " any more");
        }
        String now = processes.definitionOf(item.subject()).orElseThrow(() -> new BadInput("", "repair.ended"));
        if (what == ProcessAct.MIGRATE && now.equals(act.fact(RepairService.TO))) {
            return;
        }
        if (!now.equals(act.fact(RepairService.DEFINITION))) {
            throw new BadInput("", "repair.other-version");
        }
        switch (what) {
            case SUSPEND -> hold(item.subject(), now, true);
            case ACTIVATE -> hold(item.subject(), now, false);
            case MOVE -> processes.move(item.subject(), act.fact(RepairService.FROM), item.target());
            case MIGRATE ->
                StatedReason.upon(
                        item.subject(), () -> processes.migrate(item.subject(), now, act.fact(RepairService.TO)));
        }
    }

    @Override
    public Optional<String> about(BulkAct act, Locale language) {
        return switch (ProcessAct.ofKind(act.kind()).orElseThrow()) {
            case SUSPEND, ACTIVATE -> Optional.empty();
            case MOVE ->
                Optional.of(say(
                        language,
                        "repair.about.MOVE",
                        step(act, act.fact(RepairService.FROM), language),
                        step(act, act.fact(RepairService.TO), language)));
            case MIGRATE ->
                Optional.of(say(
                        language,
                        "repair.about.MIGRATE",
                        version(act.fact(RepairService.DEFINITION)),
                        version(act.fact(RepairService.TO))));
        };
    }

    /** Steps to which processes are moved. */
    @Override
    public Map<String, String> namesOf(BulkAct act, Collection<String> targets, Locale language) {
        return targets.stream().collect(Collectors.toMap(Function.identity(), step -> step(act, step, language)));
    }

    /** A version that is not there any more has no names: its ids are shown then. */
    private String step(BulkAct act, String id, Locale language) {
        return processes
                .model(act.fact(RepairService.DEFINITION))
                .map(model -> processes.stepNames(model.id(), language).get(id))
                .orElse(id);
    }

    private Object version(String definition) {
        return processes.model(definition).<Object>map(RunningModel::version).orElse(definition);
    }

    private String say(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    private void hold(String process, String definition, boolean suspended) {
        boolean isSo = processes.named(definition, List.of(process)).stream()
                .anyMatch(known -> known.suspended() == suspended);
        if (!isSo) {
            processes.suspend(process, suspended);
        }
    }
}
