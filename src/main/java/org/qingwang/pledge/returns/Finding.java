package org.qingwang.pledge.returns;

import java.util.List;

/**
 * Something in a file that contradicts itself or leaves open what is meant. It refuses nothing: an officer sees it, and asks
 * the firm.
 *
 * @param row line of the file, counted from 1
 * @param arguments what the placeholders of the sentence stand for
 */
public record Finding(Kind kind, long row, List<Object> arguments) {

    /** What is the matter. */
    public enum Kind {
        /** A column's name has spaces around it. */
        SPACES,
        /** A median does not say of what unit; hours are taken. */
        NO_UNIT,
        /** A cell has nothing in it. */
        BLANK,
        /** A cell says there is none, such as NA. */
        NOT_AVAILABLE,
        /** A cell holds what is no number. */
        NO_NUMBER,
        /** A figure below zero. */
        NEGATIVE,
        /** Parts together are not the whole. */
        SUM,
        /** A part is larger than the whole. */
        PART_LARGER,
        /** A row has another service or period than the first. */
        OTHER_REPORT,
        /** A row has more or fewer cells than the columns have names. */
        CELLS,
        /** The same figures stand in two rows; the first is taken. */
        TWICE
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(Kind kind, long row, Object... arguments) {
        return new Finding(kind, row, List.of(arguments));
    }

    /**
     * Whether a firm that sends the file itself has to mend it first. What contradicts itself, or is left open, it may send: an
     * officer sees it and asks. A row that says nothing, or cannot be meant, is no figure of a return.
     */
    public boolean isForSender() {
        return switch (kind) {
            case NO_NUMBER, NEGATIVE, OTHER_REPORT, CELLS, TWICE -> true;
            case SPACES, NO_UNIT, BLANK, NOT_AVAILABLE, SUM, PART_LARGER -> false;
        };
    }

    /** Key of the sentence. */
    public String messageKey() {
        return "returns.finding." + kind.name();
    }
}
