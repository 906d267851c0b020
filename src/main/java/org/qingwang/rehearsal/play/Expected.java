package org.qingwang.rehearsal.play;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qingwang.agency.Agency;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.rehearsal.Place;
import org.qingwang.rehearsal.Practice;
import org.qingwang.rehearsal.RehearsalPlan;

/** The complaints that come, in their order. */
final class Expected {

    private final RehearsalPlan plan;
    private final Practice practice;
    private final WorkingCalendar calendar;
    private final Draws draws;

    Expected(RehearsalPlan plan, Practice practice, WorkingCalendar calendar) {
        this.plan = plan;
        this.practice = practice;
        this.calendar = calendar;
        this.draws = new Draws(plan.seed());
    }

    List<Arrival> arrivals() {
        List<Arrival> arrivals = new ArrayList<>();
        for (Place place : plan.places()) {
            Map<String, Integer> stories = storiesOf(place.where().agency());
            for (int week = 0; week < plan.weeks(); week++) {
                addWeek(place, week, stories, arrivals);
            }
        }
        return arrivals;
    }

    /** Evenly over the working days of a week; what is left over on days that are drawn. */
    private void addWeek(Place place, int week, Map<String, Integer> stories, List<Arrival> arrivals) {
        List<LocalDate> days = workingDays(plan.firstDay().plusWeeks(week));
        int expected = place.expectedIn(week);
        for (int n = 0; n < expected; n++) {
            String name = "%s/%03d/%05d".formatted(place.jurisdiction(), week, n);
            boolean even = n < expected / days.size() * days.size();
            LocalDate day = even ? days.get(n % days.size()) : draws.among(days, name + "/day");
            String story = draws.among(stories, name + "/story");
            arrivals.add(new Arrival(
                    name,
                    place.where(),
                    WorkingHours.opening(day),
                    practice.stories().get(story).steps(),
                    practice));
        }
    }

    /** A week of holidays brings its complaints on the first working day after it. */
    private List<LocalDate> workingDays(LocalDate first) {
        List<LocalDate> days = IntStream.range(0, 7)
                .mapToObj(first::plusDays)
                .filter(calendar::isWorkingDay)
                .toList();
        return days.isEmpty() ? List.of(calendar.workingDayFrom(first)) : days;
    }

    private Map<String, Integer> storiesOf(Agency agency) {
        return practice.stories().entrySet().stream()
                .filter(story -> story.getValue().kind() == agency)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        story -> plan.shares()
                                .getOrDefault(story.getKey(), story.getValue().share())));
    }
}
