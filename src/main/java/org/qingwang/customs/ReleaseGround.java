package org.qingwang.customs;

/** Why goods were released. */
public enum ReleaseGround {
    /** Genuine, licensed, within personal use, or otherwise not suspected. */
    NO_SUSPICION,
    /** The holder's application was rejected (customs protection regulation art. 15). */
    APPLICATION_REJECTED,
    /** The holder did not apply (art. 16). */
    DECLINED,
    /** The holder gave no sufficient security (art. 16). */
    NO_SECURITY,
    /** Three working days passed without an answer (art. 16). */
    NO_ANSWER,
    /** 20 or 50 working days passed without a court's notice (art. 24(1) and (2)). */
    NO_COURT_NOTICE,
    /** Counter-security for goods suspected to infringe a patent (art. 24(3)). */
    COUNTER_SECURITY,
    /** Consignee or consignor proved that the goods do not infringe (art. 24(4)). */
    PROOF,
    /** The holder withdrew the application (art. 24(5)). */
    WITHDRAWN,
    /** Customs found no infringement. */
    NOT_INFRINGING;

    public String messageKey() {
        return "customs.ground." + name();
    }
}
