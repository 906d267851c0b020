package org.qingwang.rights;

import java.util.List;

/**
 * One page of a search.
 *
 * @param marks the marks on it
 * @param page its number, from 1
 * @param pages how many there are, at least 1
 * @param found how many marks were found, at most {@value #MOST_FOUND}
 * @param more whether there are more than that: the search should be narrowed
 */
public record RightsPage(List<TradeMark> marks, int page, int pages, int found, boolean more) {

    /** Marks on a page. */
    public static final int SIZE = 25;

    /** Nobody reads further, and counting further would cost more than the page. */
    public static final int MOST_FOUND = 1_000;

    public RightsPage {
        marks = List.copyOf(marks);
    }
}
