package org.qingwang.commerce;

/** What the legal reviewer says. */
public enum ReviewResult {
    APPROVED,
    /** Back to gathering evidence. */
    RETURNED;

    public String messageKey() {
        return "commerce.review." + name();
    }
}
