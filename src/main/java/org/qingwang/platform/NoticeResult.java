package org.qingwang.platform;

/** How a notice ended. */
public enum NoticeResult {
    /** The platform took no measures. */
    NOT_ACTED,
    /** The platform took no measures, did not obey the order to, and was fined. */
    FINED,
    /** The seller did not declare that it does not infringe: the measures stay. */
    UNCONTESTED,
    /** The rights holder complained or sued: the measures stay until that is decided. */
    KEPT,
    /** The measures ended and the listings are back. */
    RESTORED;

    public String messageKey() {
        return "platform.result." + name();
    }
}
