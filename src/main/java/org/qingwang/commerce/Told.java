package org.qingwang.commerce;

/**
 * What the party was told, what it answered, and the hearing it asked for.
 *
 * @param by user id of who told it
 * @param answer null while it is waited for
 * @param hearing the last one arranged; null if none
 */
public record Told(PenaltyNotice notice, String by, PartyAnswer answer, Hearing hearing) {

    /** Whether the party stated, defended itself or asked for a hearing, which the decision has to answer. */
    public boolean partySpoke() {
        return answer != null && answer.kind().spoke();
    }

    boolean hearingWasHeld() {
        return hearing != null && hearing.wasHeld();
    }
}
