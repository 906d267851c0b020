package org.qingwang.publicsecurity;

/** The four ways in which the law lets infringing goods be valued. */
public enum Pricing {
    /** What they were really sold for. */
    SALE_PRICE,
    /** Unsold: the price they were marked with. */
    MARKED_PRICE,
    /** Unsold: the established average of what such goods were really sold for. */
    AVERAGE_PRICE,
    /** The market's middle price of the genuine article, only where no other price can be established. */
    GENUINE_PRICE;

    public String messageKey() {
        return "publicsecurity.pricing." + name();
    }
}
