package org.qingwang.pledge.returns;

/** What is compared from period to period and from firm to firm. */
public enum Indicator {
    NOTICES(false),
    ITEMS(false),
    /** In hours, where the file names no unit. */
    MEDIAN_TIME(false),
    /** Measures of the firm's own among all, in percent. */
    OWN_INITIATIVE_SHARE(true),
    /** Measures of its own that machines alone found, in percent. */
    AUTOMATED_SHARE(true),
    /** Complaints of sellers by which a measure was taken back, wholly or in part, in percent. */
    REVERSED_SHARE(true),
    SUSPENDED_SELLERS(false),
    SUSPENDED_NOTIFIERS(false);

    private final boolean share;

    Indicator(boolean share) {
        this.share = share;
    }

    /** Whether it is a share of a hundred. */
    public boolean isShare() {
        return share;
    }

    public String messageKey() {
        return "returns.indicator." + name();
    }
}
