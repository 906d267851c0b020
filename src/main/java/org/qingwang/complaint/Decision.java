package org.qingwang.complaint;

import java.util.Locale;

/** What becomes of a screened complaint. */
public enum Decision {
    /** It opens a case. */
    ACCEPT,
    REFUSE,
    /** It joins a case about the same seller. */
    JOIN,
    /** The complainant is asked for what is missing. */
    SUPPLEMENT;

    /** As the model's gateways read it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
