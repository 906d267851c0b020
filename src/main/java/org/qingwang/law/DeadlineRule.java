package org.qingwang.law;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * A period the law gives somebody, in one version.
 *
 * @param head what it has in common with other rules
 * @param limit length of the period in {@code unit}; for {@link PeriodUnit#WEEKDAY} the day of the week
 * @param backwards whether it is counted back from the event
 * @param movesOn whether an end on a day off moves on to the next working day; false for validity that simply ends
 * @param until time of day in China at which its last day ends; null if with the day
 * @param startsAt the event after which it runs, English
 * @param startsAtZh the event after which it runs, Chinese
 * @param duty who has to act
 * @param suspension on what grounds it may stand still
 * @param extensions by what steps it may be made longer
 * @param cap an end that nothing passes, or null
 */
public record DeadlineRule(
        RuleHead head,
        int limit,
        PeriodUnit unit,
        boolean backwards,
        boolean movesOn,
        LocalTime until,
        String startsAt,
        String startsAtZh,
        Duty duty,
        Set<SuspensionGround> suspension,
        List<Extension> extensions,
        PeriodCap cap)
        implements LawRule {

    public DeadlineRule {
        suspension = Set.copyOf(suspension);
        extensions = List.copyOf(extensions);
    }

    /** @return the last instant at which what is due is still in time, if the event happened at {@code event} */
    public Instant due(Instant event, WorkingCalendar calendar) {
        return new PeriodCount(this, event, 0, List.of(), calendar).due();
    }

    /** Whether its last day depends on which days are worked. */
    boolean needsCalendar() {
        return unit != PeriodUnit.HOUR && (unit == PeriodUnit.WORKING_DAY || movesOn);
    }
}
