package org.qingwang.commerce;

/** What the party did with its right to be heard (Administrative Penalty Law arts. 44 and 45). */
public enum PartyStatement {
    WAIVED,
    HEARD_AND_FOLLOWED,
    HEARD_NOT_FOLLOWED;

    public String messageKey() {
        return "commerce.party-statement." + name();
    }
}
