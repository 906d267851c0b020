package org.qingwang.audit;

import java.util.Optional;

/**
 * What a check of the audit chain found.
 *
 * @param checked how many entries were found whole, counted from the first
 * @param head hexadecimal hash of the chain's head. Noted outside the database, it proves later that nobody rewrote the
 *     chain as a whole
 * @param broken the first broken link, empty if the chain holds
 */
public record ChainReport(long checked, String head, Optional<Broken> broken) {

    public boolean holds() {
        return broken.isEmpty();
    }

    /**
     * The first place where the chain does not hold.
     *
     * @param seq place of the entry
     * @param how what happened to it
     * @param detail which column, if one column is at fault; otherwise empty
     */
    public record Broken(long seq, How how, String detail) {

        /** One sentence in English, for the console and the log. */
        public String sentence() {
            return switch (how) {
                case CHANGED -> "Entry " + seq + " was changed: its text no longer gives its hash.";
                case RELINKED ->
                    "Entry " + seq + " does not follow from the entry before it: one of the two was rewritten.";
                case COLUMN_DIFFERS ->
                    "Entry " + seq + " was changed: its column " + detail + " differs from its text.";
                case MISSING -> "Entry " + seq + " is missing.";
                case TAIL_CUT -> "Entry " + seq + " and what followed it are missing at the end of the chain.";
                case ADDED -> "Entry " + seq + " was added past the head of the chain.";
                case HEAD_ALTERED -> "The head of the chain does not match the last entry, " + seq + ".";
                case HEAD_MISSING -> "The head of the chain is missing.";
            };
        }
    }

    /** What can happen to a chain. */
    public enum How {
        CHANGED,
        RELINKED,
        COLUMN_DIFFERS,
        MISSING,
        TAIL_CUT,
        ADDED,
        HEAD_ALTERED,
        HEAD_MISSING
    }
}
