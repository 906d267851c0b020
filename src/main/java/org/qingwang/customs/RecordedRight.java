package org.qingwang.customs;

/**
 * A recordation as it stands on a day. It ends with its own term, and with the right it records (customs protection
 * regulation art. 10).
 */
public record RecordedRight(Recordation recordation, Standing standing) {

    /** Whether customs protects the right ex officio. */
    public enum Standing {
        IN_FORCE,
        /** Not yet or no longer in force, or cancelled. */
        NOT_IN_FORCE,
        /** Its term runs, but the register of marks says that the mark has ended. */
        RIGHT_ENDED;

        public String messageKey() {
            return "customs.recordations." + name();
        }
    }

    public boolean isInForce() {
        return standing == Standing.IN_FORCE;
    }
}
