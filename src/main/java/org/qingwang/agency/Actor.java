package org.qingwang.agency;

import java.util.Optional;
import java.util.Set;

/**
 * Who acts. A person signed in, another system with a key, or the product itself ({@link #SYSTEM}).
 *
 * @param userId the engine's user id, {@code api:<key name>} for another system, {@code system} for the product
 * @param name how the person is shown
 * @param home the jurisdiction the person works for; null for the campaign office, supervisors and the product
 * @param groups ids of all groups the person belongs to
 */
public record Actor(String userId, String name, Jurisdiction home, Set<String> groups) {

    /** Group of the campaign office. */
    public static final String OFFICE_GROUP = "office";

    /** Group of those who watch campaigns across agencies. */
    public static final String SUPERVISORS_GROUP = "supervisors";

    /** Group of those who administer accounts, rights and the law files. */
    public static final String ADMIN_GROUP = "camunda-admin";

    /** The product acting by itself: a timer, a job. */
    public static final Actor SYSTEM = new Actor("system", "Qingwang", null, Set.of());

    public Actor {
        groups = Set.copyOf(groups);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }

    public boolean isHeadOf(Jurisdiction jurisdiction) {
        return isIn(jurisdiction.headGroup());
    }

    /** Whether the person sees across agencies: the campaign office and supervisors. */
    public boolean seesEverything() {
        return isIn(OFFICE_GROUP) || isIn(SUPERVISORS_GROUP);
    }

    public boolean isAdministrator() {
        return isIn(ADMIN_GROUP);
    }

    /** Whether the person works for this jurisdiction, in whichever role. */
    public boolean worksFor(Jurisdiction jurisdiction) {
        return isIn(jurisdiction.id()) || isIn(jurisdiction.headGroup()) || isIn(jurisdiction.legalGroup());
    }

    public Optional<Jurisdiction> homeJurisdiction() {
        return Optional.ofNullable(home);
    }
}
