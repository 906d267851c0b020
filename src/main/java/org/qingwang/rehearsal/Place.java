package org.qingwang.rehearsal;

import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * What an agency in a region has to expect, and with how many people.
 *
 * @param jurisdiction its id
 * @param perWeek complaints expected in the first week, the second and so on; the last figure holds on
 * @param officers who investigate
 * @param reviewers who review decisions
 * @param heads who decide
 */
public record Place(String jurisdiction, List<Integer> perWeek, int officers, int reviewers, int heads) {

    public Place {
        perWeek = List.copyOf(perWeek);
    }

    public Jurisdiction where() {
        return Jurisdiction.parse(jurisdiction);
    }

    /** @param week 0 for the first */
    public int expectedIn(int week) {
        return perWeek.get(Math.min(week, perWeek.size() - 1));
    }

    public int expected(int weeks) {
        int sum = 0;
        for (int week = 0; week < weeks; week++) {
            sum += expectedIn(week);
        }
        return sum;
    }

    public Place withOfficers(int number) {
        return new Place(jurisdiction, perWeek, number, reviewers, heads);
    }
}
