package org.qingwang.customs;

/** How far a detention has come. */
public enum Stage {
    /** The goods are being examined. */
    EXAMINATION,
    /** The holder's application and security are being checked. */
    APPLICATION,
    /** The holder is to be notified. */
    NOTICE,
    /** The holder has three working days. */
    ANSWER,
    /** The goods are to be detained. */
    DETENTION,
    /** Customs determines whether they infringe. */
    DETERMINATION,
    /** The court's notice is awaited. */
    COURT,
    /** The head decides on confiscation. */
    CONFIRMATION,
    /** The goods are to be disposed of. */
    DISPOSAL,
    /** The goods are to be released. */
    RELEASE,
    /** The goods were let go; what came of the case is said when the police, who have it, have answered. */
    POLICE,
    /** Costs are to be set against the security. */
    SETTLEMENT,
    CLOSED;

    public String messageKey() {
        return "customs.stage." + name();
    }
}
