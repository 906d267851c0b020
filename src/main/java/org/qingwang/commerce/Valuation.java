package org.qingwang.commerce;

/** How unsold goods were valued, in the order in which the law falls back from one to the next. */
public enum Valuation {
    MARKED_PRICE,
    AVERAGE_PRICE,
    /** The market's middle price of the genuine article. */
    GENUINE_PRICE;

    public String messageKey() {
        return "commerce.valuation." + name();
    }
}
