package org.qingwang.law;

/** How a period is counted. */
public enum DayUnit {
    /** Days on which offices work; the day of the event does not count. */
    WORKING_DAY,
    /** All days; the day of the event does not count, an end on a day off moves on to the next working day. */
    CALENDAR_DAY,
    /** Full hours from the instant of the event, day and night; the end never moves. */
    HOUR
}
