package org.qingwang.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.engine.moved.MovedClock;
import org.qingwang.engine.moved.MovedJobs;
import org.qingwang.engine.moved.OpenTasks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.rehearsal.Outcome;
import org.qingwang.rehearsal.Place;
import org.qingwang.rehearsal.Practice;
import org.qingwang.rehearsal.RehearsalPlan;
import org.qingwang.rehearsal.Span;

/**
 * One run of a plan. Goes from hour to hour through the working days: runs the timers that were due, files the
 * complaints that come, lays new tasks on desks, and submits what people finish within the hour at the minute in which
 * they finish it. What one desk finishes reaches the next at the full hour. Acts on different cases within an hour are
 * done beside each other; their order makes no difference, so the answer does not depend on it.
 */
final class Run implements AutoCloseable {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_ROUNDS = 20;
    private static final int MOST_TRIES = 3;

    /** A job runs after it was due: a timer that repeats reckons from then on. */
    private static final Duration A_LITTLE = Duration.ofSeconds(1);

    private static final Instant NEVER_DUE = Instant.parse("2999-12-31T00:00:00Z");

    private final Simulation on;
    private final RehearsalPlan plan;
    private final Practice practice;
    private final Draws draws;
    private final WorkingHours hours;
    private final Helpers helpers;
    private final Map<String, Counter> counters = new TreeMap<>();
    private final Map<String, Arrival> byNumber = new ConcurrentHashMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final Set<String> seenTasks = new HashSet<>();
    private final Map<String, String> stuck = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Map<String, String> problems = new ConcurrentHashMap<>();
    private int acts;

    Run(Simulation on, RehearsalPlan plan, Practice practice, int threads) {
        this.on = on;
        this.plan = plan;
        this.practice = practice;
        this.draws = new Draws(plan.seed());
        this.hours = new WorkingHours(on.calendar, plan.hours());
        this.helpers = new Helpers(threads);
        Instant begin = WorkingHours.opening(plan.firstDay());
        for (Place place : plan.places()) {
            add(place.where().id(), place.officers(), begin);
            add(place.where().legalGroup(), place.reviewers(), begin);
            add(place.where().headGroup(), place.heads(), begin);
        }
    }

    private void add(String group, int people, Instant begin) {
        counters.put(group, new Counter(group, people, hours, begin));
    }

    @Override
    public void close() {
        helpers.end();
    }

    Outcome play(Watcher watcher) throws InterruptedException {
        Map<LocalDate, List<Arrival>> expected = new Expected(plan, practice, on.calendar)
                .arrivals().stream().collect(Collectors.groupingBy(arrival -> WorkingCalendar.dateOf(arrival.at())));
        int days = (plan.weeks() + plan.weeksAfter()) * 7;
        LocalDate last = plan.firstDay().plusDays(days - 1L);
        for (int n = 0; n < days; n++) {
            LocalDate day = plan.firstDay().plusDays(n);
            watcher.reached(n + 1, days);
            if (on.calendar.isWorkingDay(day)) {
                playDay(day, expected.getOrDefault(day, List.of()));
            }
            if (n % 7 == 6) {
                Instant evening = hours.closing(day);
                counters.values().forEach(counter -> counter.noteWeek(evening));
            }
        }
        return outcome(hours.closing(last));
    }

    private void playDay(LocalDate day, List<Arrival> arrivals) throws InterruptedException {
        Instant opening = WorkingHours.opening(day);
        runJobs(opening);
        MovedClock.at(opening, this::sweep);
        file(arrivals, opening);
        Instant since = Instant.EPOCH;
        for (Instant hour = opening; hour.isBefore(hours.closing(day)); hour = hour.plus(HOUR)) {
            runJobs(hour);
            layOut(since, hour);
            since = hour.minus(HOUR);
            work(hour, hour.plus(HOUR));
        }
        runJobs(hours.closing(day));
    }

    private Void sweep() {
        while (on.sweep.tellDue() > 0) {
            continue;
        }
        return null;
    }

    private void file(List<Arrival> arrivals, Instant now) throws InterruptedException {
        helpers.all(arrivals.stream()
                .<Callable<Void>>map(arrival -> () -> MovedClock.at(now, () -> file(arrival)))
                .toList());
    }

    private Void file(Arrival arrival) {
        String group = arrival.place().id();
        String receipt = on.trays.as(
                on.cast.of(group),
                () -> on.complaints
                        .file(new Invented(arrival, draws).complaint(), arrival.place(), arrival.name())
                        .receiptNo());
        byNumber.put(receipt, arrival);
        runMade(arrival.name(), arrival.at());
        return null;
    }

    private void runJobs(Instant now) throws InterruptedException {
        List<MovedJobs.Due> due = due(now);
        for (int round = 0; !due.isEmpty() && round < MOST_ROUNDS; round++) {
            Map<String, List<MovedJobs.Due>> cases = due.stream()
                    .collect(Collectors.groupingBy(MovedJobs.Due::process, LinkedHashMap::new, Collectors.toList()));
            helpers.all(cases.values().stream()
                    .<Callable<Void>>map(some -> () -> MovedClock.at(now.plus(A_LITTLE), () -> {
                        some.forEach(this::run);
                        runMade(some.get(0).process(), now);
                        return null;
                    }))
                    .toList());
            due = due(now);
        }
    }

    private List<MovedJobs.Due> due(Instant now) {
        return on.jobs.due(now).stream()
                .filter(job -> failures.getOrDefault(job.id(), 0) < MOST_TRIES)
                .toList();
    }

    private void run(MovedJobs.Due job) {
        try {
            on.jobs.run(job.id());
        } catch (RuntimeException e) {
            failures.merge(job.id(), 1, Integer::sum);
            problems.put(job.id(), String.valueOf(e.getMessage()));
        }
    }

    /** What came of an act and is due at once follows it in the same thread. */
    private void runMade(String name, Instant now) {
        int round = 0;
        for (List<String> made = on.jobs.takeMade();
                !made.isEmpty() && round < MOST_ROUNDS;
                made = on.jobs.takeMade()) {
            round++;
            for (String job : made) {
                MovedClock.at(now.plus(A_LITTLE), () -> {
                    run(new MovedJobs.Due(job, name));
                    return null;
                });
            }
        }
    }

    /** Lays what has come up since on the desks of those whose turn it is. */
    private void layOut(Instant since, Instant now) {
        Set<String> open = on.tasks.ids();
        counters.values().forEach(counter -> counter.keepOnly(open));
        for (OpenTasks.Open task : on.tasks.since(since)) {
            if (seenTasks.add(task.id())) {
                paper(task, now).ifPresent(paper -> counters.get(paper.group()).lay(paper));
            }
        }
    }

    private Optional<Paper> paper(OpenTasks.Open task, Instant now) {
        String group = task.hands() == null ? "" : task.hands().replaceFirst("^rehearsal-", "");
        Optional<Arrival> arrival = arrivalOf(task.number());
        if (arrival.isEmpty() || !counters.containsKey(group)) {
            return Optional.empty();
        }
        Optional<String> name = arrival.get().takeStep(task.task());
        if (name.isEmpty()) {
            stuck.putIfAbsent(arrival.get().name(), task.task() + " is in no step of its story");
            return Optional.empty();
        }
        return Optional.of(paper(task, arrival.get(), name.get(), group, now));
    }

    private Paper paper(OpenTasks.Open task, Arrival arrival, String name, String group, Instant now) {
        Practice.Step step = practice.step(name);
        String key = arrival.name() + "/" + name;
        String drawn = key + "/" + times.merge(key, 1, Integer::sum);
        Span minutes = plan.minutes().getOrDefault(name, step.minutes());
        Instant ready = step.outsideDays() == null
                ? now
                : now.plus(Duration.ofDays(step.outsideDays().at(draws.of(drawn + "/outside"))));
        return new Paper(
                task.id(),
                arrival,
                name,
                step,
                group,
                task.due() == null ? NEVER_DUE : task.due(),
                now,
                ready,
                minutes.at(draws.of(drawn + "/minutes")));
    }

    /** @param number of a complaint or of the case it led to */
    private Optional<Arrival> arrivalOf(String number) {
        Arrival known = byNumber.get(number);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Arrival> found = on.cases.complaintsOf(number).stream()
                .map(byNumber::get)
                .filter(arrival -> arrival != null)
                .findFirst();
        found.ifPresent(arrival -> byNumber.put(number, arrival));
        return found;
    }

    private void work(Instant from, Instant until) throws InterruptedException {
        List<Counter.InHand> finished = new ArrayList<>();
        for (Counter counter : counters.values()) {
            counter.takeUp(from, until);
            finished.addAll(counter.finished(until));
        }
        Map<Arrival, List<Counter.InHand>> byCase = finished.stream()
                .sorted()
                .collect(
                        Collectors.groupingBy(work -> work.paper().arrival(), LinkedHashMap::new, Collectors.toList()));
        helpers.all(byCase.values().stream()
                .<Callable<Void>>map(works -> () -> {
                    works.forEach(this::finish);
                    return null;
                })
                .toList());
        acts += finished.size();
    }

    /** Two cases may meet in a row that both change: the one that lost tries again. */
    private void finish(Counter.InHand work) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            try {
                MovedClock.at(work.done(), () -> submit(work));
                runMade(work.paper().arrival().name(), work.done());
                return;
            } catch (RuntimeException e) {
                if (tries == MOST_TRIES) {
                    stuck.put(work.paper().arrival().name(), work.paper().stepName() + ": " + e.getMessage());
                }
            }
        }
    }

    private boolean submit(Counter.InHand work) {
        Paper paper = work.paper();
        Map<String, Object> form =
                new Invented(paper.arrival(), draws).filledIn(paper.step().form(), work.done(), paper.ready());
        return on.trays.submit(paper.taskId(), on.cast.of(paper.group()), form);
    }

    private Outcome outcome(Instant end) throws InterruptedException {
        runJobs(end);
        MovedClock.at(end, this::sweep);
        on.jobs.due(end).forEach(job -> stuck.putIfAbsent(job.process(), problems.getOrDefault(job.id(), "not run")));
        int complaints = (int) byNumber.values().stream().distinct().count();
        int cases = byNumber.size() - complaints;
        long workingDays = Stream.iterate(plan.firstDay(), day -> day.plusDays(1))
                .limit((plan.weeks() + plan.weeksAfter()) * 7L)
                .filter(on.calendar::isWorkingDay)
                .count();
        Duration open = Duration.ofHours(workingDays * plan.hours());
        List<String> leftOver = stuck.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
        return new Outcome(
                complaints,
                cases,
                acts,
                new ClockTally(end, this::placeOf).lines(on.clocks.all()),
                counters.values().stream()
                        .map(counter -> counter.line(open))
                        .sorted(Comparator.comparing(Outcome.DeskLine::group))
                        .toList(),
                leftOver);
    }

    private Optional<String> placeOf(String number) {
        return arrivalOf(number).map(arrival -> arrival.place().id());
    }
}
