package org.qingwang.agency;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody with an account: an officer of an agency, or of the campaign office, a supervisor, an administrator.
 *
 * @param id the name the person signs in with
 * @param name how the person is shown
 * @param active whether the person may sign in
 * @param memberships what the person is, and where
 */
public record Officer(String id, String name, boolean active, List<Membership> memberships) {

    public Officer {
        memberships = memberships.stream()
                .sorted(Comparator.comparing(Membership::toString))
                .toList();
    }

    /** The person as the one who acts. */
    public Actor actor() {
        return new Actor(id, name, home().orElse(null), groups());
    }

    /** The jurisdiction the person works for; of several the first by id. */
    public Optional<Jurisdiction> home() {
        return memberships.stream()
                .flatMap(membership -> membership.where().stream())
                .min(Comparator.comparing(Jurisdiction::id));
    }

    /** Ids of all groups the person belongs to. */
    public Set<String> groups() {
        Set<String> groups = new TreeSet<>();
        memberships.forEach(membership -> groups.addAll(membership.groups()));
        return groups;
    }

    boolean has(Role role) {
        return memberships.stream().anyMatch(membership -> membership.role() == role);
    }
}
