package org.qingwang.commerce;

import org.qingwang.law.Threshold.Circumstance;

/** Who the party is: what counts as a larger amount depends on it. */
public enum PartyKind {
    PERSON(Circumstance.PERSON),
    ORGANISATION(Circumstance.ORGANISATION);

    private final Circumstance circumstance;

    PartyKind(Circumstance circumstance) {
        this.circumstance = circumstance;
    }

    Circumstance circumstance() {
        return circumstance;
    }

    public String messageKey() {
        return "commerce.party-kind." + name();
    }
}
