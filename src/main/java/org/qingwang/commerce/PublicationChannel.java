package org.qingwang.commerce;

/** Where a penalty is published. */
public enum PublicationChannel {
    /** National Enterprise Credit Information Publicity System. */
    CREDIT_SYSTEM,
    /** The agency's own website. */
    AGENCY_SITE,
    /** Where the party is registered, by the agency there. */
    OTHER_PROVINCE;

    public String messageKey() {
        return "commerce.publication." + name();
    }
}
