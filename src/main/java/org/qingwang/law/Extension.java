package org.qingwang.law;

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
        COLLECTIVE;

        public String messageKey() {
            return "law.extension." + name();
        }
    }
}
