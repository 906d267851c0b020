package org.qingwang.pledge.returns;

import java.util.List;
import java.util.Optional;

/** The parts of the template that are read (Implementing Regulation (EU) 2024/2835, Annex I). */
public enum Part {
    NOTICES(4, "Number of notices received"),
    OWN_INITIATIVE(5, "Number of measures taken at the provider's own initiative"),
    APPEALS(7, null),
    AUTOMATED_MEANS(8, null);

    private static final String OF_CATEGORIES = "Category of illegal content";
    private static final String OF_INDICATORS = "Indicator";
    private static final String AUTOMATED = "automated means";

    private final int number;
    private final String firstColumn;

    Part(int number, String firstColumn) {
        this.number = number;
        this.firstColumn = firstColumn;
    }

    /** Its number in the template. */
    public int number() {
        return number;
    }

    /** Whether figures stand in a column for each indicator, and not in one column of values. */
    boolean isByCategory() {
        return firstColumn != null;
    }

    /**
     * @param header without spaces around its cells
     * @param firstSection the first cell of the column {@code Section}, empty if there is none
     */
    static Optional<Part> of(List<String> header, String firstSection) {
        if (header.contains(OF_CATEGORIES)) {
            return header.contains(NOTICES.firstColumn)
                    ? Optional.of(NOTICES)
                    : Optional.of(OWN_INITIATIVE).filter(part -> header.contains(part.firstColumn));
        }
        if (!header.contains(OF_INDICATORS)) {
            return Optional.empty();
        }
        return Optional.of(firstSection.contains(AUTOMATED) ? AUTOMATED_MEANS : APPEALS);
    }
}
