package org.qingwang.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.qingwang.rehearsal.Outcome.DeskLine;

/** The people of one group and what waits for them. Each takes what is due first and finishes it before the next. */
final class Counter {

    private final String group;
    private final WorkingHours hours;
    private final Instant[] freeAt;
    private final TreeSet<Paper> waiting = new TreeSet<>(Paper.ORDER);
    private final PriorityQueue<InHand> inHand = new PriorityQueue<>();
    private final List<Integer> atWeeksEnd = new ArrayList<>();
    private long busyMinutes;
    private long waitedMinutes;

    Counter(String group, int people, WorkingHours hours, Instant begin) {
        this.group = group;
        this.hours = hours;
        this.freeAt = new Instant[people];
        Arrays.fill(freeAt, begin);
    }

    /** Work somebody has begun. @param done when it is finished */
    record InHand(Paper paper, Instant done) implements Comparable<InHand> {

        @Override
        public int compareTo(InHand other) {
            int byTime = done.compareTo(other.done);
            return byTime != 0 ? byTime : Paper.ORDER.compare(paper, other.paper);
        }
    }

    void lay(Paper paper) {
        waiting.add(paper);
    }

    /** What was done by others or has become needless is not begun. */
    void keepOnly(Set<String> openTasks) {
        waiting.removeIf(paper -> !openTasks.contains(paper.taskId()));
    }

    /** People take up work until everybody is busy to this moment and beyond, or nothing can be done. */
    void takeUp(Instant from, Instant until) {
        while (true) {
            int next = firstFree();
            Instant begin = later(freeAt[next], from);
            if (!begin.isBefore(until)) {
                return;
            }
            Paper paper = firstReady(begin, until);
            if (paper == null) {
                return;
            }
            waiting.remove(paper);
            Instant begun = later(begin, paper.ready());
            Instant done = hours.after(begun, paper.minutes());
            inHand.add(new InHand(paper, done));
            busyMinutes += paper.minutes();
            waitedMinutes += waited(paper, begun);
            freeAt[next] = done;
        }
    }

    /** What somebody outside answers at night or on a holiday does not wait before the next opening. */
    private long waited(Paper paper, Instant begun) {
        Instant from = hours.open(later(paper.laid(), paper.ready()));
        return Math.max(0, Duration.between(from, begun).toMinutes());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private int firstFree() {
        int first = 0;
        for (int i = 1; i < freeAt.length; i++) {
            if (freeAt[i].isBefore(freeAt[first])) {
                first = i;
            }
        }
        return first;
    }

    /** @return what is due first of what can be done at once; if nothing can, what can be done first before the end */
    private Paper firstReady(Instant begin, Instant until) {
        Paper soonest = null;
        for (Paper paper : waiting) {
            if (!paper.ready().isAfter(begin)) {
                return paper;
            }
            if (paper.ready().isBefore(until)
                    && (soonest == null || paper.ready().isBefore(soonest.ready()))) {
                soonest = paper;
            }
        }
        return soonest;
    }

    /** @return what is finished by then, first finished first */
    List<InHand> finished(Instant until) {
        List<InHand> finished = new ArrayList<>();
        while (!inHand.isEmpty() && !inHand.peek().done().isAfter(until)) {
            finished.add(inHand.poll());
        }
        return finished;
    }

    void noteWeek(Instant now) {
        atWeeksEnd.add((int)
                waiting.stream().filter(paper -> !paper.ready().isAfter(now)).count());
    }

    boolean isIdle() {
        return waiting.isEmpty() && inHand.isEmpty();
    }

    DeskLine line(Duration open) {
        return new DeskLine(
                group,
                freeAt.length,
                busyMinutes,
                open.toMinutes() * freeAt.length,
                waitedMinutes,
                List.copyOf(atWeeksEnd));
    }
}
