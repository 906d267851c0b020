package org.qingwang.pledge;

import java.math.BigDecimal;
import org.qingwang.common.Bilingual;

/**
 * How a commitment is measured, and from which value on it is broken.
 *
 * @param id names the figure in a return, the same in every pledge text that asks for it
 * @param what what is counted
 * @param brokenAbove a value above this one breaks the commitment; null if {@code brokenBelow} is set
 * @param brokenBelow a value below this one breaks it; null if {@code brokenAbove} is set
 */
public record Measure(
        Kind kind, String id, Bilingual what, Bilingual unit, BigDecimal brokenAbove, BigDecimal brokenBelow) {

    /** Who brings the value. */
    public enum Kind {
        /** The firm, as a figure in its return. */
        FIGURE,
        /** The authority, from a document the firm shows. */
        DOCUMENT,
        /** The authority, by a test of its own. */
        TEST;

        public String messageKey() {
            return "pledge.measure." + name();
        }
    }

    public Measure {
        if (kind == null || what == null || unit == null || id == null || !id.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("a measure needs kind, id, what and unit: " + id);
        }
        if ((brokenAbove == null) == (brokenBelow == null)) {
            throw new IllegalArgumentException("measure " + id + " needs one of brokenAbove and brokenBelow");
        }
    }

    /** Whether a value breaks the commitment. */
    public boolean isBrokenBy(BigDecimal value) {
        return brokenAbove == null ? value.compareTo(brokenBelow) < 0 : value.compareTo(brokenAbove) > 0;
    }

    /** The value that just keeps the commitment. */
    public BigDecimal bound() {
        return brokenAbove == null ? brokenBelow : brokenAbove;
    }

    /** Key of the words for the bound, for example "broken above {0} {1}". */
    public String boundKey() {
        return brokenAbove == null ? "pledge.broken-below" : "pledge.broken-above";
    }
}
