package org.qingwang.complaint;

import java.util.Set;
import org.qingwang.agency.Actor;

/**
 * Whoever acts on the public pages with a receipt in hand. The name is nobody's: who reports is kept secret from the other
 * agencies of a case.
 */
final class Complainant {

    private static final String WITH_RECEIPT = "receipt:";
    private static final String NAME = "Complainant · 投诉举报人";

    /** Somebody who has no receipt yet. */
    static final Actor ANYBODY = new Actor("public", NAME, null, Set.of());

    private Complainant() {}

    static Actor of(String receiptNo) {
        return new Actor(WITH_RECEIPT + receiptNo, NAME, null, Set.of());
    }

    static boolean is(Actor actor, String receiptNo) {
        return actor.userId().equals(WITH_RECEIPT + receiptNo);
    }
}
