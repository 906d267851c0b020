package org.qingwang.worklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.Officer;
import org.qingwang.bulk.BulkItem;
import org.qingwang.bulk.BulkService;
import org.qingwang.common.BadInput;
import org.qingwang.common.GivenText;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the tasks of an officer who is away to others: by a supervisor, or by the head of the agency. */
@Service
@Transactional
public class Reassigning {

    private static final int MOST_OFFICERS = 100;

    private final TaskBoard board;
    private final TaskLoads loads;
    private final AgencyService agencies;
    private final BulkService bulk;

    Reassigning(TaskBoard board, TaskLoads loads, AgencyService agencies, BulkService bulk) {
        this.board = board;
        this.loads = loads;
        this.agencies = agencies;
        this.bulk = bulk;
    }

    /**
     * What somebody has in hand.
     *
     * @param tasks taken and not done
     * @param overdue of them, past their day
     */
    public record Load(Officer officer, int tasks, int overdue) {}

    /**
     * Where a task goes.
     *
     * @param to null if it stays, because nobody who was chosen may do it
     */
    public record Move(OpenTask task, Officer to) {}

    /** Whether somebody may give others' tasks away at all: supervisors everywhere, heads in their agency. */
    public static boolean may(Actor actor) {
        return actor.isIn(Actor.SUPERVISORS_GROUP)
                || actor.homeJurisdiction().filter(actor::isHeadOf).isPresent();
    }

    /** Who has most in hand, overdue tasks first. */
    @Transactional(readOnly = true)
    public List<Load> officers() {
        Actor actor = require();
        Optional<Jurisdiction> own = own(actor);
        return loads.heaviest(own, MOST_OFFICERS).stream()
                .map(load -> agencies.find(load.user()).map(officer -> new Load(officer, load.tasks(), load.overdue())))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @return what the officer has taken, as far as the current person may see it, those due first in front */
    @Transactional(readOnly = true)
    public List<OpenTask> tasksOf(String officer) {
        Actor actor = require();
        Optional<String> own = own(actor).map(Jurisdiction::id);
        return board.takenBy(officer, BulkService.MOST).stream()
                .filter(task -> own.isEmpty() || own.get().equals(task.jurisdiction()))
                .toList();
    }

    /** @return whom these tasks could be given to, by id: whoever of their agencies could take one alone, but the officer */
    @Transactional(readOnly = true)
    public List<Officer> eligible(String from, List<OpenTask> tasks) {
        Collection<Set<String>> groups =
                board.groupsOf(tasks.stream().map(OpenTask::id).toList()).values();
        Map<String, Officer> eligible = new TreeMap<>();
        tasks.stream()
                .map(OpenTask::jurisdiction)
                .filter(id -> id != null)
                .distinct()
                .map(Jurisdiction::parse)
                .flatMap(place -> agencies.membersOf(place).stream())
                .filter(officer -> !officer.id().equals(from))
                .filter(officer -> groups.stream().anyMatch(some -> isAmong(officer, some)))
                .forEach(officer -> eligible.put(officer.id(), officer));
        return List.copyOf(eligible.values());
    }

    private static boolean isAmong(Officer officer, Set<String> groups) {
        return officer.groups().stream().anyMatch(groups::contains);
    }

    /**
     * Who of the chosen gets which task: each goes to one who may do it, to whom fewest have gone so far.
     *
     * @param to ids of whom to give them to
     */
    @Transactional(readOnly = true)
    public List<Move> plan(String from, List<OpenTask> tasks, Collection<String> to) {
        List<Officer> chosen = eligible(from, tasks).stream()
                .filter(officer -> to.contains(officer.id()))
                .toList();
        Map<String, Set<String>> groups =
                board.groupsOf(tasks.stream().map(OpenTask::id).toList());
        Map<String, Integer> given = new HashMap<>();
        List<Move> moves = new ArrayList<>();
        for (OpenTask task : tasks) {
            Officer next = chosen.stream()
                    .filter(officer -> isAmong(officer, groups.getOrDefault(task.id(), Set.of())))
                    .min(Comparator.comparing(officer -> given.getOrDefault(officer.id(), 0)))
                    .orElse(null);
            if (next != null) {
                given.merge(next.id(), 1, Integer::sum);
            }
            moves.add(new Move(task, next));
        }
        return moves;
    }

    /**
     * Orders what was shown.
     *
     * @param order id of the order, chosen by the page: the same order twice is one
     * @param moves by task id who gets it
     * @throws BadInput without a reason, or if something else would be done than may be
     */
    public void order(UUID order, String from, Map<String, String> moves, String reason) {
        String given = GivenText.required(
                "reason", reason, "worklist.reassign.reason-missing", "worklist.reassign.reason-long");
        require();
        if (moves.isEmpty()) {
            throw new BadInput("to", "worklist.reassign.nobody");
        }
        if (moves.size() > BulkService.MOST) {
            throw new BadInput("", "bulk.too-many", moves.size(), BulkService.MOST);
        }
        Map<String, OpenTask> visible =
                board.named(moves.keySet()).stream().collect(Collectors.toMap(OpenTask::id, Function.identity()));
        List<BulkItem> items = new ArrayList<>();
        for (Map.Entry<String, String> move : new LinkedHashMap<>(moves).entrySet()) {
            OpenTask task = visible.get(move.getKey());
            items.add(BulkItem.of(
                    items.size(),
                    move.getKey(),
                    task == null ? null : task.number(),
                    task == null ? null : task.name(),
                    move.getValue()));
        }
        bulk.order(order, TaskAct.REASSIGN.kind(), Map.of(ManyTasks.FROM, from), given, items);
    }

    private static Actor require() {
        Actor actor = Actors.current();
        if (!may(actor)) {
            throw new NotAllowed(actor.userId() + " gives no tasks of others away");
        }
        return actor;
    }

    /** The one agency a head may look at; empty for a supervisor. */
    private static Optional<Jurisdiction> own(Actor actor) {
        return actor.isIn(Actor.SUPERVISORS_GROUP) ? Optional.empty() : actor.homeJurisdiction();
    }
}
