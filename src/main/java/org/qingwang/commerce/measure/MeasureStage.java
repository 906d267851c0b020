package org.qingwang.commerce.measure;

/** What a measure waits for. */
public enum MeasureStage {
    /** The head's approval. */
    APPROVAL,
    /** Two officers to carry it out. */
    CARRYING_OUT,
    /** Somebody to say what becomes of the goods. */
    HELD,
    /** Goods to be given back. */
    RETURN,
    CLOSED;

    /** Whether goods may be under it. */
    public boolean isOpen() {
        return this == APPROVAL || this == CARRYING_OUT || this == HELD;
    }

    public String messageKey() {
        return "commerce.measure-stage." + name();
    }
}
