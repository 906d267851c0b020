package org.qingwang.agency;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.qingwang.common.BadInput;

/**
 * A role somebody has, and where.
 *
 * @param role what the person is
 * @param jurisdiction for which agency and region; null for a role that holds everywhere
 */
public record Membership(Role role, Jurisdiction jurisdiction) {

    /** @throws BadInput if the role needs a jurisdiction and has none, or has one and needs none */
    public Membership {
        if (role == null) {
            throw new BadInput("role", "agency.role.missing");
        }
        if (role.boundToJurisdiction() && jurisdiction == null) {
            throw new BadInput("jurisdiction", "agency.jurisdiction.missing");
        }
        if (!role.boundToJurisdiction() && jurisdiction != null) {
            throw new BadInput("jurisdiction", "agency.jurisdiction.needless");
        }
    }

    /** A role in a jurisdiction. */
    public static Membership in(String jurisdiction, Role role) {
        return new Membership(role, Jurisdiction.parse(jurisdiction));
    }

    /** A role that holds everywhere. */
    public static Membership everywhere(Role role) {
        return new Membership(role, null);
    }

    public Optional<Jurisdiction> where() {
        return Optional.ofNullable(jurisdiction);
    }

    /** Ids of all groups this makes the person a member of. */
    Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        for (Role included : role.included()) {
            groups.add(included.group());
            where().flatMap(included::groupIn).ifPresent(groups::add);
        }
        return groups;
    }

    @Override
    public String toString() {
        return jurisdiction == null ? role.name() : role.name() + "@" + jurisdiction.id();
    }
}
