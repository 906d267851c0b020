package org.qingwang.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.rehearsal.Outcome.ClockLine;
import org.qingwang.rehearsal.Outcome.DeskLine;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Rehearses in tests, as the campaign office does. */
@Component
public class Rehearsing {

    static final String COMMERCE = "commerce-330000";

    private static final int HOURS = 7;

    private final RehearsalService rehearsals;
    private final RehearsalWorker worker;
    private final Rehearsals table;
    private final Clock clock;

    Rehearsing(RehearsalService rehearsals, RehearsalWorker worker, Rehearsals table, Clock clock) {
        this.rehearsals = rehearsals;
        this.worker = worker;
        this.table = table;
        this.clock = clock;
    }

    /** Fifteen complaints in a week, each of which is refused; that takes an officer a whole day. */
    static RehearsalPlan refusals(int officers) {
        return new RehearsalPlan(
                null,
                LocalDate.parse("2026-03-02"),
                1,
                3,
                HOURS,
                7,
                true,
                List.of(new Place(COMMERCE, List.of(15), officers, 1, 1)),
                Map.of("refuse", new Span(60 * HOURS, 60 * HOURS)),
                Map.of("penalty", 0, "reviewed-twice", 0, "dismissed", 0, "not-filed", 0, "refused", 1));
    }

    String asked(RehearsalPlan plan) {
        endAll();
        return as(SignIn.office(), () -> rehearsals.ask(plan, UUID.randomUUID()));
    }

    Rehearsal played(RehearsalPlan plan) {
        String number = asked(plan);
        try {
            worker.step();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return as(SignIn.office(), () -> rehearsals.get(number));
    }

    /** The number of one in which something was missed: with the answer that {@link RehearsalTest} plays for. */
    public String missed() {
        String number = asked(refusals(1));
        table.begin(clock.instant());
        table.setDone(number, ofRefusals(), clock.instant());
        return number;
    }

    /** What comes of {@link #refusals} with one officer. */
    static Answer ofRefusals() {
        DeskLine desk = new DeskLine(COMMERCE, 1, 15 * 420, 40 * 420, 57 * 1440, List.of(10, 5, 0, 0));
        return new Answer(
                new Outcome(15, 0, 15, List.of(missedClocks()), List.of(desk), List.of()),
                List.of(new Answer.Need(COMMERCE, 1, 2, 1, null)),
                2);
    }

    static ClockLine missedClocks() {
        return new ClockLine(COMMERCE, "complaint.acceptance", 15, 11, 4, 0, 0, LocalDate.parse("2026-03-16"), 3);
    }

    /** The number of one that waits. */
    public String waiting() {
        return asked(refusals(1));
    }

    /** Ends what waits or was left behind. */
    public void endAll() {
        as(SignIn.office(), () -> {
            rehearsals.newest(0, 100).forEach(one -> rehearsals.cancel(one.rehearsalNo()));
            return null;
        });
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        Actors.as(actor, () -> result.set(work.get()));
        return result.get();
    }
}
