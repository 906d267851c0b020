package org.qingwang.complaint;

import java.util.Optional;

/** Settles the disputes found in complaints. Implemented by whoever mediates. */
public interface Disputes {

    /**
     * Splits the dispute from the lead in a complaint and sets it on its own way, in the current transaction. Nothing
     * happens if that was done before, or if the complaint asks nothing of the seller.
     */
    void split(String receiptNo);

    /** @return where the dispute of this complaint stands; empty if none was split off */
    Optional<Standing> standingOf(String receiptNo);

    /** As far as the complainant needs to know. */
    enum Standing {
        /** To be accepted or refused. */
        RECEIVED,
        IN_MEDIATION,
        REFUSED,
        WITHDRAWN,
        AGREED,
        NOT_AGREED;

        /** Whether something is still to come of it. */
        public boolean isOpen() {
            return this == RECEIVED || this == IN_MEDIATION;
        }
    }
}
