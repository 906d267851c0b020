package org.qingwang.pledge.returns;

import java.math.BigDecimal;

/**
 * One figure of a file.
 *
 * @param row line of the file it stands on, counted from 1
 * @param of the category, or the section, without spaces around it
 * @param indicator what is counted, without spaces around it
 * @param scope which of it, for example {@code Decisions reversed}; empty in parts by category
 * @param value null where none can be read
 * @param written as it stands in the file
 */
public record Figure(long row, String of, String indicator, String scope, BigDecimal value, String written) {

    static final String TOTAL = "TOTAL";
    static final String TOTAL_NUMBER = "Total number";
    static final String KEYWORD = "KEYWORD_";

    boolean isCategory() {
        return of.startsWith("STATEMENT_CATEGORY_");
    }

    boolean isKeyword() {
        return of.startsWith(KEYWORD);
    }
}
