package org.qingwang.commerce;

/** Where a penalty is published. */
public enum PublicationChannel {
    /** National Enterprise Credit Information Publicity System. */
    CREDIT_SYSTEM,
    /** The agency's own website. */
    AGENCY_SITE;

    public String messageKey() {
        return "commerce.publication." + name();
    }
}
