package org.qingwang.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.qingwang.law.WorkingCalendar;

/** The moment at which something of the play happens. */
record Day(Instant now) {

    private static final Pattern DAY = Pattern.compile("\\{day([+-]\\d+)?}");

    LocalDate date() {
        return WorkingCalendar.dateOf(now);
    }

    /** @return the text with <code>{day}</code>, <code>{day-60}</code> and <code>{now}</code> replaced */
    String filledIn(String text) {
        String dated = DAY.matcher(text)
                .replaceAll(found -> date().plusDays(found.group(1) == null ? 0 : Integer.parseInt(found.group(1)))
                        .toString());
        return dated.replace(
                "{now}", now.atZone(WorkingCalendar.ZONE).toOffsetDateTime().toString());
    }
}
