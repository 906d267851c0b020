package org.qingwang.worklist;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.qingwang.agency.AgencyService;
import org.qingwang.bulk.BulkAct;
import org.qingwang.bulk.BulkItem;
import org.qingwang.bulk.BulkWork;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Component;

/** Does to one task what was ordered for many. Whatever holds for a task worked alone holds here. */
@Component
class TaskWork implements BulkWork {

    private final TaskBoard board;
    private final AgencyService agencies;

    TaskWork(TaskBoard board, AgencyService agencies) {
        this.board = board;
        this.agencies = agencies;
    }

    @Override
    public boolean does(String kind) {
        return TaskAct.ofKind(kind).isPresent();
    }

    @Override
    public void doTo(BulkAct act, BulkItem item) {
        OpenTask task = board.find(item.subject()).orElseThrow(() -> new BadInput("", "worklist.gone"));
        switch (TaskAct.ofKind(act.kind()).orElseThrow()) {
            case CLAIM -> claim(act, task);
            case ASSIGN -> give(task, item.target());
            case REASSIGN -> moveOn(act, task, item.target());
            case ANSWER -> answer(act, task);
        }
    }

    /** Officers to whom tasks go. */
    @Override
    public Map<String, String> namesOf(BulkAct act, Collection<String> targets, Locale language) {
        return agencies.namesOf(targets);
    }

    private void claim(BulkAct act, OpenTask task) {
        if (!act.orderedBy().equals(task.assignee())) {
            board.claim(task.id());
        }
    }

    private void give(OpenTask task, String to) {
        if (!to.equals(task.assignee())) {
            board.assign(task.id(), to);
        }
    }

    /** What somebody else took over meanwhile stays with that person. */
    private void moveOn(BulkAct act, OpenTask task, String to) {
        boolean movable = act.fact(ManyTasks.FROM).equals(task.assignee()) || to.equals(task.assignee());
        if (!movable) {
            throw new BadInput("", "worklist.moved-meanwhile");
        }
        give(task, to);
    }

    @SuppressWarnings("unchecked")
    private void answer(BulkAct act, OpenTask task) {
        if (!act.fact(ManyTasks.FORM).equals(task.form())) {
            throw new BadInput("", "worklist.other-form");
        }
        board.answer(task.id(), (Map<String, Object>) act.facts().get(ManyTasks.ANSWER));
    }
}
