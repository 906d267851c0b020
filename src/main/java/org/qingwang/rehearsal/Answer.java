package org.qingwang.rehearsal;

import java.util.List;

/**
 * What a rehearsal says.
 *
 * @param outcome of the plan as it was given
 * @param needs how many officers would prevent what is missed, for each place at which something is missed; empty if that
 *     was not asked
 * @param runs how often the plan was played, with how many officers wherever
 */
public record Answer(Outcome outcome, List<Need> needs, int runs) {

    public Answer {
        needs = List.copyOf(needs);
    }

    /**
     * What a place needs.
     *
     * @param present officers in the plan
     * @param needed the smallest number with which nothing was missed when it was played; null if there is none
     * @param tried the largest number with which something was missed when it was played
     * @param holdsUp where no number of officers helps: the group of those whose work waited longest; null if nobody's
     *     did, and it is the time itself that the work and those outside take
     */
    public record Need(String jurisdiction, int present, Integer needed, int tried, String holdsUp) {}
}
