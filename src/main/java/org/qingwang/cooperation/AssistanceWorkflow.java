package org.qingwang.cooperation;

/** Sets a request for assistance going, and ends it. Implemented on the engine. */
public interface AssistanceWorkflow {

    /** Its head answers it, its officers give what was asked. */
    void begin(Assistance assistance);

    /** Nothing is asked any more. */
    void end(Assistance assistance);
}
