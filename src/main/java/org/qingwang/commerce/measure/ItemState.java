package org.qingwang.commerce.measure;

/** What became of a lot of goods under a measure. */
public enum ItemState {
    /** Listed, the measure is not carried out yet. */
    LISTED,
    HELD,
    /** To be given back. */
    RELEASED,
    RETURNED,
    /** Sealed or seized after it was registered only; a measure of its own goes on. */
    SEIZED,
    CONFISCATED,
    /** With the police, in a referral. */
    HANDED_OVER,
    /** The measure was never carried out. */
    DROPPED;

    public String messageKey() {
        return "commerce.item-state." + name();
    }
}
