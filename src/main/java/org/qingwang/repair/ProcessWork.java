package org.qingwang.repair;

import java.util.List;
import org.qingwang.agency.Actors;
import org.qingwang.bulk.BulkAct;
import org.qingwang.bulk.BulkItem;
import org.qingwang.bulk.BulkWork;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Component;

/** Does to one process what was ordered for many. */
@Component
class ProcessWork implements BulkWork {

    private final RunningProcesses processes;

    ProcessWork(RunningProcesses processes) {
        this.processes = processes;
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
            case MIGRATE -> processes.migrate(item.subject(), now, act.fact(RepairService.TO));
        }
    }

    private void hold(String process, String definition, boolean suspended) {
        boolean isSo = processes.named(definition, List.of(process)).stream()
                .anyMatch(known -> known.suspended() == suspended);
        if (!isSo) {
            processes.suspend(process, suspended);
        }
    }
}
