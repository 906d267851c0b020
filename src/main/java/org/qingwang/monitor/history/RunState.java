package org.qingwang.monitor.history;

/** Where a process stands, as the engine names it. */
public enum RunState {
    ACTIVE,
    SUSPENDED,
    /** It came to an end its model draws. */
    COMPLETED,
    /** Somebody, or the product by somebody's act, broke it off. */
    EXTERNALLY_TERMINATED,
    /** Its model broke it off, for example because the case it belonged to was closed. */
    INTERNALLY_TERMINATED
}
