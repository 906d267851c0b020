package org.qingwang.worklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Officer;
import org.qingwang.bulk.BulkItem;
import org.qingwang.bulk.BulkService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.engine.form.DrawnForm;
import org.qingwang.engine.form.FormsForMany;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes, gives and completes many tasks at once. Each is then done as if it were done alone: with the person's rights,
 * against its own form, in a transaction of its own.
 */
@Service
@Transactional
public class ManyTasks {

    static final String ANSWER = "answer";
    static final String FORM = "form";
    static final String FROM = "from";

    private final TaskBoard board;
    private final FormsForMany forms;
    private final BulkService bulk;
    private final AgencyService agencies;

    ManyTasks(TaskBoard board, FormsForMany forms, BulkService bulk, AgencyService agencies) {
        this.board = board;
        this.forms = forms;
        this.bulk = bulk;
        this.agencies = agencies;
    }

    /**
     * Takes the tasks for the current person.
     *
     * @param order id of the order, chosen by the page: the same order twice is one
     * @throws BadInput if none is chosen, or too many
     */
    public void claim(UUID order, Collection<String> taskIds) {
        bulk.order(order, TaskAct.CLAIM.kind(), Map.of(), null, items(taskIds, null));
    }

    /**
     * Gives the tasks to one person.
     *
     * @throws BadInput if the person is none the current one may give tasks to, none is chosen, or too many
     */
    public void assign(UUID order, Collection<String> taskIds, String userId) {
        if (assignable().stream().noneMatch(officer -> officer.id().equals(userId))) {
            throw new BadInput("to", "worklist.no-such-officer");
        }
        bulk.order(order, TaskAct.ASSIGN.kind(), Map.of("to", userId), null, items(taskIds, userId));
    }

    /** To whom the current person may give tasks of the own agency: as its head, to those who work for it. */
    @Transactional(readOnly = true)
    public List<Officer> assignable() {
        Actor actor = Actors.current();
        return actor.homeJurisdiction()
                .filter(actor::isHeadOf)
                .map(agencies::officersOf)
                .orElse(List.of());
    }

    /** Whether the current person may give tasks to others at all. */
    public boolean mayAssign() {
        Actor actor = Actors.current();
        return actor.homeJurisdiction().filter(actor::isHeadOf).isPresent();
    }

    /**
     * The fields that may be answered for all of these tasks at once.
     *
     * @throws BadInput if they are not of one kind, or their form asks for what differs from case to case
     */
    @Transactional(readOnly = true)
    public DrawnForm formFor(Collection<String> taskIds) {
        return forms.of(formOf(visible(taskIds))).orElseThrow(() -> new BadInput("task", "worklist.each-by-itself"));
    }

    /** Ids of forms that many tasks may be answered by at once. */
    public Set<String> formsForMany() {
        return forms.ids();
    }

    /**
     * Completes the tasks, all with one answer.
     *
     * @param sent what was filled in, as a browser sends it
     * @return what has to be put right first; empty if it is ordered
     * @throws BadInput if the tasks are not of one kind, their form must be answered one by one, or there are too many
     */
    public List<BadInput> answer(UUID order, Collection<String> taskIds, Map<String, List<String>> sent) {
        List<OpenTask> visible = visible(taskIds);
        String formId = formOf(visible);
        DrawnForm form = forms.of(formId).orElseThrow(() -> new BadInput("task", "worklist.each-by-itself"));
        List<BadInput> refusals = form.check(sent).refusals();
        if (refusals.isEmpty()) {
            Map<String, Object> facts = new HashMap<>();
            facts.put(FORM, formId);
            facts.put(ANSWER, form.submission(sent));
            bulk.order(order, TaskAct.ANSWER.kind(), facts, null, items(taskIds, null));
        }
        return refusals;
    }

    /** @return the tasks the current person may see, in the order they were chosen */
    @Transactional(readOnly = true)
    public List<OpenTask> visible(Collection<String> taskIds) {
        requireFew(taskIds);
        Map<String, OpenTask> known = known(taskIds);
        return new LinkedHashSet<>(taskIds)
                .stream().filter(known::containsKey).map(known::get).toList();
    }

    private Map<String, OpenTask> known(Collection<String> taskIds) {
        return board.named(new LinkedHashSet<>(taskIds)).stream()
                .collect(Collectors.toMap(OpenTask::id, Function.identity()));
    }

    private static String formOf(List<OpenTask> tasks) {
        if (tasks.isEmpty()) {
            throw new BadInput("task", "worklist.gone");
        }
        if (tasks.stream().map(OpenTask::kind).distinct().count() > 1) {
            throw new BadInput("task", "worklist.of-one-kind");
        }
        return tasks.get(0).form();
    }

    /** What is not to be seen is ordered as well, and told of as gone: a colleague may have finished it meanwhile. */
    private List<BulkItem> items(Collection<String> taskIds, String target) {
        requireFew(taskIds);
        Map<String, OpenTask> known = known(taskIds);
        List<BulkItem> items = new ArrayList<>();
        for (String id : new LinkedHashSet<>(taskIds)) {
            OpenTask task = known.get(id);
            items.add(BulkItem.of(
                    items.size(), id, task == null ? null : task.number(), task == null ? null : task.name(), target));
        }
        return items;
    }

    private static void requireFew(Collection<String> taskIds) {
        if (taskIds.size() > BulkService.MOST) {
            throw new BadInput("task", "bulk.too-many", taskIds.size(), BulkService.MOST);
        }
        if (taskIds.stream().anyMatch(id -> !id.matches("[0-9a-zA-Z-]{1,64}"))) {
            throw new NotAllowed("no task has such an id");
        }
    }
}
