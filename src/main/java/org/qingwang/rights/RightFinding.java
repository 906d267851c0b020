package org.qingwang.rights;

import java.util.List;
import java.util.Optional;

/**
 * What the register says about the right a complaint relies on: a finding for the officer to weigh, never an error.
 *
 * @param status the finding
 * @param tradeMark the mark it is about; empty if the register does not know one
 * @param explanationKey key of the sentence in {@code messages/rights*.properties} that explains the finding
 * @param explanationArguments what the sentence's placeholders stand for; dates as ISO 8601
 */
public record RightFinding(
        Status status, Optional<TradeMark> tradeMark, String explanationKey, List<String> explanationArguments) {

    public RightFinding {
        explanationArguments = List.copyOf(explanationArguments);
    }

    /** Whether the right stands. */
    public enum Status {
        /** Registered for China and in force on the day asked about. */
        VALID,
        /** Expired, cancelled or otherwise ended on that day. */
        LAPSED,
        /** Applied for, or registered only after that day. */
        PENDING,
        /** Known, but its protection does not reach China: trade-mark rights are territorial. */
        FOREIGN,
        /** Not in the register, or in it with a status that cannot be read. */
        UNKNOWN,
        /** The complaint names no number. */
        NONE_GIVEN
    }
}
