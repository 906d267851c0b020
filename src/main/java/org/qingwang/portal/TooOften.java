package org.qingwang.portal;

/** Whoever asks has asked too often, and has to wait. */
public class TooOften extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    public TooOften(long seconds) {
        this.seconds = seconds;
    }

    /** How long to wait. */
    public long seconds() {
        return seconds;
    }
}
