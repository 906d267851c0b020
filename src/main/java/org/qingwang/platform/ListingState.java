package org.qingwang.platform;

/** Where a listing of a notice stands. */
public enum ListingState {
    /** Named in the notice, not yet acted on. */
    NOTIFIED,
    /** The platform left it where it was. */
    UNTOUCHED,
    /** Under a measure. */
    MEASURED,
    /** Under a measure that the seller contests. */
    CONTESTED,
    /** The measure has ended; the platform has to put it back. */
    TO_RESTORE,
    RESTORED;

    public String messageKey() {
        return "platform.listing-state." + name();
    }
}
