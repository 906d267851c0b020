package org.qingwang.casefile;

/** Where a case stands. */
public enum CaseStatus {
    /** Opened; no agency has taken the lead yet. */
    OPENED,
    /** In the hands of its lead agency. */
    IN_HAND,
    /** Closed with an outcome. */
    CLOSED
}
