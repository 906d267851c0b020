package org.qingwang.rehearsal;

import java.time.LocalDate;
import java.util.List;

/**
 * What came of a run.
 *
 * @param complaints filed
 * @param cases opened
 * @param acts forms that were submitted
 * @param clocks by place and rule
 * @param desks by place and role
 * @param stuck cases that could not be played to their end because a form was refused, each with what was said; their
 *     missed clocks say nothing about the number of people
 */
public record Outcome(
        int complaints, int cases, int acts, List<ClockLine> clocks, List<DeskLine> desks, List<String> stuck) {

    /**
     * How one statutory period fared at one place.
     *
     * @param rule its id
     * @param met in time
     * @param missed met late or not at all
     * @param running neither met nor over at the end of the rehearsal
     * @param stopped needless before its end
     * @param firstMissed Monday of the week in which the first of them ended unmet; null for none
     * @param longestOverdue calendar days between the end and the act, or the end of the rehearsal
     */
    public record ClockLine(
            String jurisdiction,
            String rule,
            int started,
            int met,
            int missed,
            int running,
            int stopped,
            LocalDate firstMissed,
            int longestOverdue) {}

    /**
     * How busy the people of one role at one place were.
     *
     * @param group they are members of
     * @param people how many there are
     * @param busyMinutes worked by all of them together
     * @param openMinutes in which they could have worked
     * @param waitedMinutes that all work together lay there although it could have been done, nights and weekends too
     * @param waiting at the end of each week: what could have been done and nobody had begun
     */
    public record DeskLine(
            String group, int people, long busyMinutes, long openMinutes, long waitedMinutes, List<Integer> waiting) {}

    public int missed() {
        return clocks.stream().mapToInt(ClockLine::missed).sum();
    }

    /** @return how long work waited for a group, in minutes */
    long waitedFor(String group) {
        return desks.stream()
                .filter(desk -> desk.group().equals(group))
                .mapToLong(DeskLine::waitedMinutes)
                .sum();
    }

    public int missedAt(String jurisdiction) {
        return clocks.stream()
                .filter(line -> line.jurisdiction().equals(jurisdiction))
                .mapToInt(ClockLine::missed)
                .sum();
    }
}
