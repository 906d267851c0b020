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
    /** The party is to be told of the intended penalty. */
    NOTICE,
    /** The party may answer, or a hearing is held. */
    HEARING,
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
