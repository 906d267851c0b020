package org.qingwang.demonstration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
 * their move. Each move is a transaction of its own that also notes that it was made; a play that was killed goes on with
 * the next one.
 */
@Component
class Play {

    private static final Logger LOG = LoggerFactory.getLogger(Play.class);
    private static final int THREADS = 4;
    private static final int MOST_ROUNDS = 12;

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
     * Plays to the end, or goes on where an earlier run stopped.
     *
     * @param name of the script among those that were ever played
     * @return moves that could not be made, in words; empty if all went as written
     */
    List<String> play(String name, Script script) throws InterruptedException {
        if (isOver(name)) {
            return List.of();
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
        return performance.missed();
    }

    /** One run. */
    private final class Performance {

        private final String name;
        private final List<Part> parts;
        private final Timetable times;
        private final Map<String, String> problems = new ConcurrentHashMap<>();
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
            List<Instant> moments = times.moments().stream()
                    .filter(moment -> !moment.isBefore(from))
                    .toList();
            for (Instant now : moments) {
                steps.reach(name, now);
                runJobs(now);
                if (Timetable.isMorning(now)) {
                    MovedClock.at(now, sweep::tellDue);
                }
                boolean moved = true;
                for (int round = 0; moved && round < MOST_ROUNDS; round++) {
                    moved = moveAll(now);
                    runJobs(now);
                }
            }
        }

        private void runJobs(Instant now) throws InterruptedException {
            List<MovedJobs.Due> due = jobs.due(now);
            for (int round = 0; !due.isEmpty() && round < MOST_ROUNDS; round++) {
                Collection<List<MovedJobs.Due>> cases = due.stream()
                        .collect(Collectors.groupingBy(MovedJobs.Due::process))
                        .values();
                inParallel(cases.stream()
                        .<Callable<Boolean>>map(some -> () -> MovedClock.at(now.plus(A_LITTLE), () -> {
                            some.forEach(jobs::run);
                            return true;
                        }))
                        .toList());
                due = jobs.due(now);
            }
        }

        private boolean moveAll(Instant now) throws InterruptedException {
            List<Callable<Boolean>> moves = new ArrayList<>();
            for (Part part : parts) {
                part.due(now).ifPresent(move -> moves.add(() -> MovedClock.at(now, () -> make(part, move, now))));
            }
            return inParallel(moves);
        }

        private boolean make(Part part, Part.Move move, Instant now) {
            String key = part.keyOf(move);
            if (now.isAfter(move.at().plus(MOST_TRIES))) {
                return false;
            }
            try {
                Optional<String> subject = transactions.execute(transaction -> {
                    Optional<String> made = move.act().make();
                    made.filter(about -> !about.isEmpty()).ifPresent(about -> steps.add(name, key, about));
                    return made;
                });
                subject.ifPresent(about -> part.made(move, about));
                return subject.isPresent();
            } catch (RuntimeException e) {
                problems.put(key, String.valueOf(e.getMessage()));
                LOG.debug("{} of the demonstration did not succeed", key, e);
                return false;
            }
        }

        /** @return whether any of them did something */
        private boolean inParallel(List<Callable<Boolean>> work) throws InterruptedException {
            boolean any = false;
            for (Future<Boolean> one : threads.invokeAll(work)) {
                try {
                    any |= one.get();
                } catch (ExecutionException e) {
                    LOG.warn("a job of the demonstration failed", e.getCause());
                }
            }
            return any;
        }

        private List<String> missed() {
            return parts.stream()
                    .flatMap(part -> part.due(times.end()).stream().map(part::keyOf))
                    .map(key -> key + ": " + problems.getOrDefault(key, "nobody could make it"))
                    .toList();
        }
    }
}
