package org.qingwang.monitor.history;

import java.util.Set;
import org.qingwang.agency.Actor;

/**
 * Whose processes somebody reads. The campaign office and supervisors read all of them, administrators, too, but not the
 * values in them: they repair and work no case. Everybody else reads those that the own agency worked.
 *
 * @param everywhere whether processes of all agencies are read, and those that belong to none
 * @param allValues whether the values in all of them are
 * @param jurisdictions ids of those the person works for
 */
record Reach(boolean everywhere, boolean allValues, Set<String> jurisdictions) {

    Reach {
        jurisdictions = Set.copyOf(jurisdictions);
    }

    static Reach of(Actor actor, Set<String> jurisdictions) {
        return new Reach(actor.seesEverything() || actor.isAdministrator(), actor.seesEverything(), jurisdictions);
    }

    /** @param jurisdiction that worked the process; null for none */
    boolean includes(String jurisdiction) {
        return everywhere || isOwn(jurisdiction);
    }

    /** @param jurisdiction that worked the process; null for none */
    boolean readsValuesOf(String jurisdiction) {
        return allValues || isOwn(jurisdiction);
    }

    /** @return ids to which a statement is narrowed; null for no narrowing */
    String[] narrowedTo() {
        return everywhere ? null : jurisdictions.toArray(String[]::new);
    }

    private boolean isOwn(String jurisdiction) {
        return jurisdiction != null && jurisdictions.contains(jurisdiction);
    }
}
