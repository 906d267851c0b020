package org.qingwang.publicsecurity;

/** The five parts of the pack that goes to the police (State Council Decree 310 art. 6). */
public enum PackPart {
    LETTER,
    REPORT,
    ARTICLES,
    APPRAISALS,
    OTHER;

    public String messageKey() {
        return "publicsecurity.part." + name();
    }
}
