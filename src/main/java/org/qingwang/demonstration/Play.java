package org.qingwang.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.qingwang.engine.moved.MovedClock;
import org.qingwang.engine.moved.MovedJobs;
import org.qingwang.law.ClockSweep;
import org.qingwang.law.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Plays a script: goes from moment to moment through the months, runs the jobs that were due, and lets everybody make
 * their moves. Each move is a transaction of its own that also notes that it was made; a play that was killed goes on with
 * the next one. Whoever made a move sees to the jobs that came of it, so that nobody waits for everybody after each step.
 */
@Component
class Play {

    private static final Logger LOG = LoggerFactory.getLogger(Play.class);
    private static final int THREADS = 4;
    private static final int MOST_ROUNDS = 12;
    private static final int MOST_TURNS = 4;

    /** A job runs after it was due: a timer that repeats reckons from then on. */
    private static final Duration A_LITTLE = Duration.ofSeconds(1);

    private static final Duration MOST_TRIES = Duration.ofDays(12);

    private final Steps steps;
    private final PaperParts papers;
    private final CampaignParts campaign;
    private final BriefingParts briefings;
    private final FirmParts firms;
    private final MovedJobs jobs;
    private final ClockSweep sweep;
    private final WorkingCalendar calendar;
    private final TransactionOperations transactions;
    private final Clock clock;

    Play(
            Steps steps,
            PaperParts papers,
            CampaignParts campaign,
            BriefingParts briefings,
            FirmParts firms,
            MovedJobs jobs,
            ClockSweep sweep,
            WorkingCalendar calendar,
            TransactionOperations transactions,
            Clock clock) {
        this.steps = steps;
        this.papers = papers;
        this.campaign = campaign;
        this.briefings = briefings;
        this.firms = firms;
        this.jobs = jobs;
        this.sweep = sweep;
        this.calendar = calendar;
        this.transactions = transactions;
        this.clock = clock;
    }

    boolean isOver(String name) {
        return steps.finished(name).isPresent();
    }

    /**
     * What came of a run.
     *
     * @param moves made in it
     * @param missed moves that could not be made, in words; empty if all went as written
     */
    record Played(int moves, List<String> missed) {}

    /**
     * Plays to the end, or goes on where an earlier run stopped.
     *
     * @param name of the script among those that were ever played
     */
    Played play(String name, Script script) throws InterruptedException {
        if (isOver(name)) {
            return new Played(0, List.of());
        }
        Timetable times = new Timetable(calendar, steps.begin(name, clock.instant()));
        Map<String, String> done = new ConcurrentHashMap<>(steps.done(name));
        List<Part> parts = new ArrayList<>();
        parts.addAll(campaign.parts(times, done));
        parts.addAll(firms.parts(script, times, done));
        parts.addAll(papers.parts(script, times, done));
        parts.addAll(briefings.parts(times, done));
        Performance performance = new Performance(name, parts, times);
        try {
            performance.perform();
        } finally {
            performance.end();
        }
        jobs.release();
        steps.finish(name, clock.instant());
        return new Played(performance.moves.get(), performance.missed());
    }

    /** What became of a move that somebody tried to make. */
    private enum Outcome {
        MADE,
        NOT_YET,
        FAILED
    }

    /** One run. */
    private final class Performance {

        private final String name;
        private final List<Part> parts;
        private final Timetable times;
        private final Map<String, String> problems = new ConcurrentHashMap<>();
        private final AtomicInteger moves = new AtomicInteger();
        private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "demonstration");
            thread.setDaemon(true);
            return thread;
        });

        Performance(String name, List<Part> parts, Timetable times) {
            this.name = name;
            this.parts = parts;
            this.times = times;
        }

        /** What is under way is rolled back; no second run meets it. */
        void end() {
            threads.shutdownNow();
            boolean ended = false;
            while (!ended) {
                try {
                    ended = threads.awaitTermination(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }

        void perform() throws InterruptedException {
            Instant from = steps.reached(name).orElse(Instant.MIN);
            for (Instant now : times.moments()) {
                if (!now.isBefore(from)) {
                    live(now);
                }
            }
        }

        private void live(Instant now) throws InterruptedException {
            List<MovedJobs.Due> due = jobs.due(now);
            List<Part> turn = waiting(parts, now);
            boolean morning = Timetable.isMorning(now);
            if (due.isEmpty() && turn.isEmpty() && !morning) {
                return;
            }
            MovedClock.at(now, () -> transactions.execute(transaction -> steps.reach(name, now)));
            run(due, now);
            if (morning) {
                MovedClock.at(now, sweep::tellDue);
            }
            for (int turns = 0; !turn.isEmpty() && turns < MOST_TURNS; turns++) {
                List<Part> again = waiting(moveOn(turn, now), now);
                run(jobs.due(now), now);
                turn = again;
            }
        }

        private List<Part> waiting(List<Part> some, Instant now) {
            return some.stream().filter(part -> part.due(now).isPresent()).toList();
        }

        private void run(List<MovedJobs.Due> first, Instant now) throws InterruptedException {
            List<MovedJobs.Due> due = first;
            for (int round = 0; !due.isEmpty() && round < MOST_ROUNDS; round++) {
                Map<String, List<MovedJobs.Due>> byProcess =
                        due.stream().collect(Collectors.groupingBy(MovedJobs.Due::process));
                inParallel(byProcess.values(), some -> {
                    some.forEach(job -> run(job.id(), now));
                    runMade(now);
                    return true;
                });
                due = jobs.due(now);
            }
        }

        /** What came of the work of this thread, and what comes of that. */
        private void runMade(Instant now) {
            for (List<String> made = jobs.takeMade(); !made.isEmpty(); made = jobs.takeMade()) {
                made.forEach(job -> run(job, now));
            }
        }

        /** What fails stays due: another was at the same thing, or it becomes an incident when the play is over. */
        private void run(String job, Instant now) {
            try {
                MovedClock.at(now.plus(A_LITTLE), () -> jobs.run(job));
            } catch (RuntimeException e) {
                LOG.debug("a job of the demonstration failed", e);
            }
        }

        /** @return those who came further, or would have: after the others they may go on */
        private List<Part> moveOn(List<Part> turn, Instant now) throws InterruptedException {
            return inParallel(turn, part -> {
                Outcome last = Outcome.MADE;
                boolean again = false;
                while (last == Outcome.MADE && part.due(now).isPresent()) {
                    Part.Move move = part.due(now).get();
                    last = MovedClock.at(now, () -> make(part, move, now));
                    runMade(now);
                    again |= last != Outcome.NOT_YET;
                }
                return again;
            });
        }

        private Outcome make(Part part, Part.Move move, Instant now) {
            String key = part.keyOf(move);
            if (now.isAfter(move.at().plus(MOST_TRIES))) {
                return Outcome.NOT_YET;
            }
            try {
                Optional<String> subject = transactions.execute(transaction -> {
                    Optional<String> made = move.act().make();
                    made.ifPresent(about -> steps.add(name, key, about));
                    return made;
                });
                subject.ifPresent(about -> part.made(move, about));
                subject.ifPresent(about -> moves.incrementAndGet());
                return subject.isPresent() ? Outcome.MADE : Outcome.NOT_YET;
            } catch (RuntimeException e) {
                problems.put(key, String.valueOf(e.getMessage()));
                LOG.debug("{} of the demonstration did not succeed", key, e);
                return Outcome.FAILED;
            }
        }

        /** @return those for whom it held */
        private <T> List<T> inParallel(Collection<T> some, Predicate<T> work) throws InterruptedException {
            List<T> all = List.copyOf(some);
            List<Callable<Boolean>> tasks = all.stream()
                    .<Callable<Boolean>>map(one -> () -> work.test(one))
                    .toList();
            List<T> held = new ArrayList<>();
            Iterator<T> each = all.iterator();
            for (Future<Boolean> one : threads.invokeAll(tasks)) {
                T about = each.next();
                try {
                    if (one.get()) {
                        held.add(about);
                    }
                } catch (ExecutionException e) {
                    LOG.warn("the demonstration met what nobody expected", e.getCause());
                }
            }
            return held;
        }

        private List<String> missed() {
            return parts.stream()
                    .flatMap(part -> part.due(times.end()).stream().map(part::keyOf))
                    .map(key -> key + ": " + problems.getOrDefault(key, "nobody could make it"))
                    .toList();
        }
    }
}
