package org.qingwang.casefile;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list of cases, newest first.
 *
 * @param older where the next page begins; empty if this is the last
 */
public record CaseListPage(List<CaseRow> rows, Optional<Cursor> older) {

    public CaseListPage {
        rows = List.copyOf(rows);
    }

    /**
     * The last case of a page: the next page begins after it. Reading on from a case costs the same on every page.
     *
     * @param openedAtMicros microseconds since 1970, as exact as the database keeps them
     */
    public record Cursor(long openedAtMicros, String caseNo) {

        /** As an address carries it. */
        @Override
        public String toString() {
            return openedAtMicros + "_" + caseNo;
        }

        /** @return the cursor; empty if the text is none */
        public static Optional<Cursor> parse(String text) {
            if (text == null || !text.matches("\\d{1,18}_[\\w-]{1,60}")) {
                return Optional.empty();
            }
            int middle = text.indexOf('_');
            return Optional.of(new Cursor(Long.parseLong(text.substring(0, middle)), text.substring(middle + 1)));
        }
    }
}
