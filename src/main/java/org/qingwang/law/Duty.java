package org.qingwang.law;

import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;

/** Who has to act within a period. Of whoever stands outside, the officers keep watch. */
public enum Duty {
    OFFICER,
    LEGAL_REVIEWER,
    HEAD,
    COMPLAINANT,
    PARTY,
    RIGHTS_HOLDER,
    PLATFORM,
    POLICE,
    COURT,
    /** The campaign office, for the common superior. */
    OFFICE;

    /** @return id of the group that is reminded */
    public String groupIn(Jurisdiction jurisdiction) {
        return switch (this) {
            case HEAD -> jurisdiction.headGroup();
            case OFFICE -> Actor.OFFICE_GROUP;
            case LEGAL_REVIEWER -> jurisdiction.legalGroup();
            default -> jurisdiction.id();
        };
    }

    /** @return message key of who it is */
    public String messageKey() {
        return "law.duty." + name();
    }
}
