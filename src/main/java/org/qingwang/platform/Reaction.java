package org.qingwang.platform;

import java.time.LocalDate;

/**
 * What the rights holder did about the declaration.
 *
 * @param reactedOn when the notice of it came
 * @param authority the authority or court; null if the holder accepts
 * @param fileNo its number there; null if unknown
 */
public record Reaction(Kind reaction, LocalDate reactedOn, String authority, String fileNo, String note) {

    /** What the holder did. */
    public enum Kind {
        /** Complained to the authority. */
        COMPLAINED,
        /** Brought a suit. */
        SUED,
        /** Accepts the declaration: the measures end. */
        ACCEPTED;

        public String messageKey() {
            return "platform.reaction." + name();
        }
    }
}
