package org.qingwang.customs;

/** How security is given. */
public enum SecurityKind {
    CASH,
    GUARANTEE,
    /** For every case of a year, trade marks only. */
    GENERAL;

    public String messageKey() {
        return "customs.security-kind." + name();
    }
}
