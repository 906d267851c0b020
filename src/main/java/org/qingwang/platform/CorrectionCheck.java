package org.qingwang.platform;

import java.time.LocalDate;

/** Whether the platform did what it was ordered to. */
public record CorrectionCheck(Result result, LocalDate checkedOn, String finding) {

    /** What was found. */
    public enum Result {
        CORRECTED,
        NOT_CORRECTED;

        public String messageKey() {
            return "platform.correction." + name();
        }
    }
}
