package org.qingwang.campaign;

import java.time.LocalDate;

/**
 * What the owner of a lasting measure says became of it.
 *
 * @param remindOn when to ask again; null if it has ended
 */
public record MeasureReport(String report, Standing standing, LocalDate remindOn) {

    /** Whether it still holds. */
    public enum Standing {
        GOES_ON,
        ENDED
    }

    public boolean hasEnded() {
        return standing == Standing.ENDED;
    }
}
