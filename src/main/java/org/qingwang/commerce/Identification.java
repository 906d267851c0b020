package org.qingwang.commerce;

/** What the rights holder or an expert said about the goods. */
public enum Identification {
    COUNTERFEIT,
    GENUINE,
    /** Nobody identified them. */
    NONE;

    public String messageKey() {
        return "commerce.identification." + name();
    }
}
