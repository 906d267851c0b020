package org.qingwang.agency;

import java.util.Optional;
import java.util.Set;

/** What somebody is in a campaign. Heads are also officers of their agency; a legal reviewer is not, by design. */
public enum Role {
    OFFICER("officers", true),
    HEAD("heads", true),
    /** Reviews a decision before it is made and must not have worked the case (Administrative Penalty Law art. 58). */
    LEGAL_REVIEWER("reviewers", true),
    OFFICE(Actor.OFFICE_GROUP, false),
    SUPERVISOR(Actor.SUPERVISORS_GROUP, false),
    ADMINISTRATOR(Actor.ADMIN_GROUP, false);

    private final String group;
    private final boolean bound;

    Role(String group, boolean bound) {
        this.group = group;
        this.bound = bound;
    }

    /** The group of all who have this role, anywhere: what grants in the engine are given to. */
    public String group() {
        return group;
    }

    /** Whether one has the role for one jurisdiction, as against everywhere. */
    public boolean boundToJurisdiction() {
        return bound;
    }

    /** The group of those who have this role in a jurisdiction: what tasks are offered to. */
    Optional<String> groupIn(Jurisdiction jurisdiction) {
        return switch (this) {
            case OFFICER -> Optional.of(jurisdiction.id());
            case HEAD -> Optional.of(jurisdiction.headGroup());
            case LEGAL_REVIEWER -> Optional.of(jurisdiction.legalGroup());
            case OFFICE, SUPERVISOR, ADMINISTRATOR -> Optional.empty();
        };
    }

    /** The roles this one includes. */
    Set<Role> included() {
        return this == HEAD ? Set.of(HEAD, OFFICER) : Set.of(this);
    }
}
