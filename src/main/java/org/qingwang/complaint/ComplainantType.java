package org.qingwang.complaint;

/** In which capacity somebody complains. */
public enum ComplainantType {
    RIGHTS_HOLDER,
    /** Acts for the rights holder: a law firm, a trade-mark agency, a brand-protection service. */
    AGENT,
    CONSUMER,
    /** An e-commerce platform that reports what it found itself. */
    PLATFORM,
    /** Another authority. */
    AUTHORITY,
    /** Somebody who gives no name. What they say is a lead, not a dispute to settle. */
    ANONYMOUS;

    /** Whether a complaint in this capacity needs a name and a way to answer. */
    public boolean mustBeNamed() {
        return this != ANONYMOUS;
    }
}
