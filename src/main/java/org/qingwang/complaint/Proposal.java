package org.qingwang.complaint;

/** What the screening table proposes to the officer. */
public enum Proposal {
    ACCEPT,
    REFUSE,
    /** Ask the complainant for what is missing. */
    SUPPLEMENT,
    /** The table cannot tell: the officer decides without a proposal. */
    OFFICER
}
