package org.qingwang.campaign;

/**
 * What there is of a campaign in a part of it.
 *
 * @param value which part: a name as the cases have it, or the Monday of a week; empty where the cases say nothing, null for
 *     all parts that are not shown singly
 * @param complaints filed; 0 where only cases are taken apart
 * @param cases all of them; of a week those opened in it
 * @param closed of the cases; of a week those closed in it, whenever they were opened
 */
public record PartFigures(String value, int complaints, int cases, int closed) {

    /** Cases that are not closed. */
    public int open() {
        return cases - closed;
    }

    PartFigures and(PartFigures other) {
        return new PartFigures(null, complaints + other.complaints, cases + other.cases, closed + other.closed);
    }
}
