package org.qingwang.law;

import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;

/**
 * A step by which a period may be made longer.
 *
 * @param limit how much at most, in the unit of the period; null if whoever decides says how much
 * @param who who decides on it
 * @param verified false if it was not checked against the text of the law
 */
public record Extension(Integer limit, Who who, boolean verified) {

    /** Who decides on an extension. */
    public enum Who {
        HEAD,
        /** A collective discussion of those who lead the agency; the head records its result. */
        COLLECTIVE,
        /** The campaign office, or a supervisor of a superior agency, which set the period. */
        OFFICE;

        /** Whether somebody decides on steps of this kind, for clocks of this jurisdiction. */
        boolean is(Actor actor, String jurisdiction) {
            return this == OFFICE
                    ? actor.seesEverything()
                    : jurisdiction != null && actor.isHeadOf(Jurisdiction.parse(jurisdiction));
        }

        public String messageKey() {
            return "law.extension." + name();
        }
    }
}
