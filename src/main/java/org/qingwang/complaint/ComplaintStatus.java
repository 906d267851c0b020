package org.qingwang.complaint;

/** How far a complaint has come. */
public enum ComplaintStatus {
    RECEIVED,
    /** Screened; an officer decides. */
    SCREENED,
    /** The complainant was asked for what is missing. */
    SUPPLEMENT_ASKED,
    /** Opened a case of its own. */
    ACCEPTED,
    /** Joined a case about the same seller. */
    JOINED,
    REFUSED,
    /** The case it belongs to is closed. */
    CLOSED,
    /** Taken back by the complainant before anybody took it up. */
    WITHDRAWN;

    /** Whether somebody still has to decide whether the complaint is taken up. */
    public boolean isOpen() {
        return this == RECEIVED || this == SCREENED || this == SUPPLEMENT_ASKED;
    }

    /** Whether something is still to come of it. */
    public boolean goesOn() {
        return isOpen() || this == ACCEPTED || this == JOINED;
    }
}
