package org.qingwang.commerce;

/** What happens to what is not paid yet. */
public enum Remainder {
    /** It is still to come, in time or with a surcharge. */
    AWAITED,
    /** The party asks to pay it later or in instalments (Administrative Penalty Law art. 66). */
    INSTALMENTS,
    /** The court is asked to enforce it (Administrative Penalty Law art. 72). */
    ENFORCEMENT,
    /** A court's fine for the same act swallows it (Administrative Penalty Law art. 35). */
    SET_OFF;

    /** Whether nothing more is awaited from the party here. */
    public boolean ends() {
        return this == ENFORCEMENT || this == SET_OFF;
    }

    public String messageKey() {
        return "commerce.remainder." + name();
    }
}
