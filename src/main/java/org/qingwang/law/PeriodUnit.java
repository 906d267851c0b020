package org.qingwang.law;

/** How a period is counted. */
public enum PeriodUnit {
    /** Days on which offices work; the day of the event does not count. */
    WORKING_DAY,
    /** All days; the day of the event does not count, an end on a day off moves on to the next working day. */
    CALENDAR_DAY,
    /** Full hours from the instant of the event, day and night; the end never moves. */
    HOUR,
    /** To the same day of a later month, or the last one of a month that is too short. */
    MONTH,
    /** To the same day of a later year. */
    YEAR,
    /** To the next such day of the week, 1 for Monday to 7 for Sunday, the day of the event included. */
    WEEKDAY;

    boolean isCountedInDays() {
        return this == WORKING_DAY || this == CALENDAR_DAY;
    }
}
