package org.qingwang.casefile;

/** How far a case is on its way to the police. Kept with the case, so that reading a case tells it. */
public enum CaseReferral {
    /** No crime was suspected. */
    NONE,
    /** A referral is being prepared: whoever leads the case keeps it until the police have it. */
    PREPARED,
    /** The police have it: nobody else decides what comes of it. */
    WITH_POLICE,
    /** No referral is under way any more. */
    ENDED;

    public boolean isUnderWay() {
        return this == PREPARED || this == WITH_POLICE;
    }
}
