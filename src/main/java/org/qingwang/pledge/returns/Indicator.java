package org.qingwang.pledge.returns;

import java.util.Optional;

/** What is compared from period to period and from firm to firm. */
public enum Indicator {
    NOTICES,
    ITEMS,
    /** In hours, where the file names no unit. */
    MEDIAN_TIME(false, "notice-hours"),
    /** Measures of the firm's own among all, in percent. */
    OWN_INITIATIVE_SHARE(true, null),
    /** Measures of its own that machines alone found, in percent. */
    AUTOMATED_SHARE(true, null),
    /** Complaints of sellers by which a measure was taken back, wholly or in part, in percent. */
    REVERSED_SHARE(true, "complaints-reversed"),
    SUSPENDED_SELLERS,
    SUSPENDED_NOTIFIERS;

    private final boolean share;
    private final String measure;

    Indicator() {
        this(false, null);
    }

    Indicator(boolean share, String measure) {
        this.share = share;
        this.measure = measure;
    }

    /** The measure of a pledge's commitments that it is the figure of; empty if none asks for it. */
    public Optional<String> measure() {
        return Optional.ofNullable(measure);
    }

    /** Whether it is a share of a hundred. */
    public boolean isShare() {
        return share;
    }

    public String messageKey() {
        return "returns.indicator." + name();
    }
}
