package org.qingwang.platform;

import java.time.LocalDate;

/**
 * A step against a platform that keeps failing.
 *
 * @param rectifyBy until when the platform has to put things right; null for every step but {@link Kind#RECTIFY}
 * @param jurisdiction whose head took it, as {@code Jurisdiction.id()}; null for the campaign office
 */
public record LadderStep(Kind step, LocalDate takenOn, LocalDate rectifyBy, String reason, String jurisdiction) {

    /** The steps in their order: none may be left out. */
    public enum Kind {
        /** Talk with those in charge. */
        TALK,
        WARNING,
        /** Put right within a time. */
        RECTIFY,
        STRICT,
        CUT_OFF;

        public String messageKey() {
            return "platform.ladder." + name();
        }
    }
}
