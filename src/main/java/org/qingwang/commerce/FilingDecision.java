package org.qingwang.commerce;

/** What the head decides on a checked lead. */
public enum FilingDecision {
    FILE,
    NOT_FILE,
    /** The officer checks the lead again. */
    RETURN;

    public String messageKey() {
        return "commerce.filing." + name();
    }
}
