package org.qingwang.mediation;

/** Sets a dispute going that was split from its complaint. Implemented on the engine. */
public interface MediationWorkflow {

    /** Starts its process in the current transaction. */
    void begin(Mediation mediation);
}
