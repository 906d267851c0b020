package org.qingwang.law;

import java.util.List;
import java.util.Map;

/**
 * One file of law, read and found sound: rules of one kind, or the working calendar of one year.
 *
 * @param name for example {@code deadlines.yaml} or {@code calendar-2027.yaml}
 * @param rules versions of each rule by date, by the rule's id; empty for a calendar
 * @param year the calendar's year, or null
 */
record LawFile(String name, Map<String, List<LawRule>> rules, CalendarYear year) {}
