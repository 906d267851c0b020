package org.qingwang.commerce;

/** What the seller did, as the Trademark Law lists it (2019 art. 57, from 2027 art. 72). */
public enum InfringementKind {
    /** The same mark on the same goods. */
    SAME_MARK_SAME_GOODS,
    /** A similar mark, or similar goods, likely to confuse. */
    SIMILAR_MARK,
    /** Selling infringing goods. */
    SELLING,
    /** Making or selling marks. */
    MAKING_MARKS,
    /** Changing the mark on genuine goods. */
    REPLACING_MARK,
    /** Helping somebody infringe. */
    HELPING,
    /** Any other damage to the right. */
    OTHER;

    public String messageKey() {
        return "commerce.infringement." + name();
    }
}
