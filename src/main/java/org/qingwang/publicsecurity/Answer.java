package org.qingwang.publicsecurity;

/** What a step of a referral ended with. */
public enum Answer {
    /** The head refers the case. */
    APPROVED,
    /** The head does not refer the case. */
    REFUSED,
    /** The pack is with the police. */
    TRANSFERRED,
    /** The police signed the receipt. */
    RECEIVED,
    /** The police signed the receipt and passed the pack on to the police that are competent. */
    PASSED_ON,
    /** The police file a criminal case. */
    FILED,
    /** The police file none and return the pack. */
    NOT_FILED,
    /** The administration takes the refusal as it is. */
    ACCEPTED,
    /** The administration asks the police to reconsider. */
    RECONSIDERATION,
    /** The administration asks the procuratorate to supervise. */
    PROCURATORATE,
    /** Articles and material were handed over. */
    HANDED_OVER,
    /** The police signed for articles and material. */
    SIGNED,
    /** The police's case goes to the procuratorate for prosecution. */
    PROSECUTED,
    /** Reverse referral: no crime, but something for the administration to punish. */
    REVERSED;

    public String messageKey() {
        return "publicsecurity.answer." + name();
    }
}
