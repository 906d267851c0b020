package org.qingwang.commerce;

/** How far an investigation has come. */
public enum Stage {
    /** The lead is being checked. */
    LEAD,
    /** The head decides on filing. */
    FILING,
    /** Evidence is being gathered. */
    EVIDENCE,
    /** The legal reviewer has the file. */
    REVIEW,
    /** The head decides. */
    DECISION,
    /** The decision is to be served. */
    SERVICE,
    /** The fine is to be paid, the penalty to be published. */
    EXECUTION,
    CLOSED;

    public String messageKey() {
        return "commerce.stage." + name();
    }
}
