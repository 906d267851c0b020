package org.qingwang.platform;

/** What a platform can do to a listing (E-Commerce Law art. 42). */
public enum Measure {
    /** The listing is deleted. */
    TAKE_DOWN,
    /** It stays, and nobody sees it. */
    BLOCK,
    /** Links to it lead nowhere. */
    DISCONNECT,
    /** Transactions and services for the seller end. */
    TERMINATE;

    public String messageKey() {
        return "platform.measure." + name();
    }

    /** @return message key of what is asked of the platform */
    public String demandKey() {
        return "platform.demand." + name();
    }
}
