package org.qingwang.commerce;

/** What happens to what is not paid yet. */
public enum Remainder {
    /** Deferred or in instalments, as approved (Administrative Penalty Law art. 66). */
    INSTALMENTS,
    /** The court is asked to enforce it (Administrative Penalty Law art. 72). */
    ENFORCEMENT;

    public String messageKey() {
        return "commerce.remainder." + name();
    }
}
