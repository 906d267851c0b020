package org.qingwang.complaint;

import java.time.Instant;

/**
 * What a complainant sent after filing.
 *
 * @param words in the complainant's own words; of a withdrawal, why
 * @param files how many files came with it
 */
public record Addition(Kind kind, Instant at, String words, int files) {

    /** What it is. */
    public enum Kind {
        ADDED,
        /** What the office had asked for. */
        SUPPLEMENT,
        WITHDRAWAL
    }
}
