package org.qingwang.commerce;

/** What the officer proposes after checking a lead. */
public enum LeadResult {
    /** There is reason to file a case. */
    FILE,
    /** There is not (SAMR procedure provisions art. 20). */
    NOT_FILE,
    /** The matter is another authority's. */
    NOT_COMPETENT;

    public String messageKey() {
        return "commerce.lead-result." + name();
    }
}
