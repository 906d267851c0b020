package org.qingwang.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is rehearsed.
 *
 * @param campaignNo the campaign whose plan it began with; null for none
 * @param firstDay on which complaints begin to come
 * @param weeks in which they come
 * @param weeksAfter in which cases are worked on and no more complaints come
 * @param hours of a working day that an officer works on cases
 * @param seed of everything that is drawn: the same again gives the same answer
 * @param search whether to look for the numbers of officers that would prevent what is missed
 * @param minutes how long each step takes, by name, as assumed
 * @param shares of each story among those of its agency, by name, as assumed
 */
public record RehearsalPlan(
        String campaignNo,
        LocalDate firstDay,
        int weeks,
        int weeksAfter,
        int hours,
        long seed,
        boolean search,
        List<Place> places,
        Map<String, Span> minutes,
        Map<String, Integer> shares) {

    public RehearsalPlan {
        places = List.copyOf(places);
        minutes = Map.copyOf(minutes);
        shares = Map.copyOf(shares);
    }

    public int complaints() {
        return places.stream().mapToInt(place -> place.expected(weeks)).sum();
    }

    public RehearsalPlan with(List<Place> others) {
        return new RehearsalPlan(campaignNo, firstDay, weeks, weeksAfter, hours, seed, search, others, minutes, shares);
    }
}
