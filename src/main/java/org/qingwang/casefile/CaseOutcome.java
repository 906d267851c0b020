package org.qingwang.casefile;

/** How a case ended. */
public enum CaseOutcome {
    /** The lead was checked and not worth filing (SAMR procedure rules art. 20). */
    NOT_FILED,
    /** Administrative penalty. */
    PENALISED,
    /** Unlawful, but no penalty is imposed (Administrative Penalty Law art. 33). */
    NO_PENALTY,
    /** The facts could not be established, or there was no infringement. */
    DISMISSED,
    /** Customs confiscated the goods (customs protection regulation art. 27). */
    CONFISCATED,
    /** Customs released the goods (customs protection regulation art. 24). */
    RELEASED,
    /** Public security filed a criminal case. */
    CRIMINAL_CASE,
    /** A penalty was imposed and annulled later. */
    ANNULLED,
    /** About the same act as another case, which goes on with its complaints. */
    JOINED,
    /** Handed to an authority outside the campaign. */
    TRANSFERRED;

    /** Key of the outcome's name in the message files. */
    public String messageKey() {
        return "casefile.outcome." + name();
    }
}
