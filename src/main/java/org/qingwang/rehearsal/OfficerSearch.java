package org.qingwang.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.rehearsal.Answer.Need;
import org.qingwang.rehearsal.Outcome.DeskLine;

/**
 * Looks for the smallest number of officers with which nothing is missed: doubles until one is enough, then halves what is
 * between. Every number it answers with was played, and so was the one below it. Places do not share their people, so
 * each run tries a number at every place that is still open.
 */
final class OfficerSearch {

    /** Beyond this the plan is not one that more officers mend. */
    static final int MOST_OFFICERS = 1000;

    private final RehearsalPlan plan;
    private final Map<String, Trial> open = new LinkedHashMap<>();
    private final List<Need> needs = new ArrayList<>();

    OfficerSearch(RehearsalPlan plan, Outcome first) {
        this.plan = plan;
        for (Place place : plan.places()) {
            if (first.missedAt(place.jurisdiction()) > 0) {
                judge(new Trial(place, place.officers(), place.officers(), null), first);
            }
        }
    }

    /**
     * @param tried with how many something was missed
     * @param enough with how many nothing was; null while unknown
     */
    private record Trial(Place place, int tried, int next, Integer enough) {}

    /** @return what to play next; empty when all is known */
    Optional<RehearsalPlan> next() {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(plan.with(open.values().stream()
                .map(trial -> trial.place().withOfficers(trial.next()))
                .toList()));
    }

    /** Takes what came of that. */
    void take(Outcome outcome) {
        List<Trial> played = List.copyOf(open.values());
        open.clear();
        played.forEach(trial -> judge(trial, outcome));
    }

    List<Need> needs() {
        return needs.stream().sorted(Comparator.comparing(Need::jurisdiction)).toList();
    }

    private void judge(Trial trial, Outcome outcome) {
        String place = trial.place().jurisdiction();
        if (outcome.missedAt(place) == 0) {
            goOn(trial.place(), trial.tried(), trial.next());
        } else if (outcome.waitedFor(place) == 0 || trial.next() == MOST_OFFICERS) {
            String holdsUp = outcome.desks().stream()
                    .filter(desk -> desk.group().startsWith(place + "-") && desk.waitedMinutes() > 0)
                    .max(Comparator.comparingLong(DeskLine::waitedMinutes))
                    .map(DeskLine::group)
                    .orElse(null);
            needs.add(new Need(place, trial.place().officers(), null, trial.next(), holdsUp));
        } else {
            goOn(trial.place(), trial.next(), trial.enough());
        }
    }

    private void goOn(Place place, int tried, Integer enough) {
        if (enough != null && enough == tried + 1) {
            needs.add(new Need(place.jurisdiction(), place.officers(), enough, tried, null));
            return;
        }
        int next = enough == null ? Math.min(tried * 2, MOST_OFFICERS) : (tried + enough) / 2;
        open.put(place.jurisdiction(), new Trial(place, tried, next, enough));
    }
}
