package org.qingwang.commerce;

/** What became of a decision later. */
public enum AnnulmentResult {
    /** Annulled, or declared void: nothing is left of it. */
    ANNULLED,
    /** Less is left of it. */
    CHANGED,
    /** Declared unlawful, but it stands. */
    UNLAWFUL,
    /** Nothing: the step was begun by mistake. */
    NOTHING;

    public String messageKey() {
        return "commerce.annulment." + name();
    }
}
