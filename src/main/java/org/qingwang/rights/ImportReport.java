package org.qingwang.rights;

import java.util.List;

/**
 * What became of a file. Every record in it is counted exactly once.
 *
 * @param source which kind of file it was
 * @param added records of marks the register did not know
 * @param updated records that changed what the register knew
 * @param unchanged records that said what the register already knew
 * @param older records left aside because the register knows something newer
 * @param refused records that could not be taken, and places where the file itself broke off
 * @param refusals the first of the refused, with the reason; at most {@value #MOST_REFUSALS_LISTED}
 */
public record ImportReport(
        TradeMark.Source source,
        int added,
        int updated,
        int unchanged,
        int older,
        int refused,
        List<Refusal> refusals) {

    /** A file with more mistakes than this is wrong as a whole; listing all of them helps nobody. */
    public static final int MOST_REFUSALS_LISTED = 500;

    public ImportReport {
        refusals = List.copyOf(refusals);
    }

    /** Records in the file. */
    public int total() {
        return added + updated + unchanged + older + refused;
    }

    /**
     * One record that was not taken, while the others were.
     *
     * @param line line of the file on which the record begins, counted from 1
     * @param number the record's number as the file has it, or null
     * @param field the column or element at fault, or an empty string if it is the record as a whole
     * @param messageKey key of the reason in {@code messages/rights*.properties}
     * @param arguments what its placeholders stand for
     */
    public record Refusal(long line, String number, String field, String messageKey, List<Object> arguments) {

        public Refusal {
            arguments = List.copyOf(arguments);
        }
    }
}
