package org.qingwang.supervision;

import org.qingwang.agency.Jurisdiction;

/** Sets a supervision going, and ends it. Implemented on the engine. */
public interface SupervisionWorkflow {

    /** Starts its process, in which the owner has the task to report. */
    void begin(Supervision supervision);

    /** Ends its process, whatever somebody was asked to do in it. */
    void end(Supervision supervision);

    /** What was asked waits at another agency from now on. */
    void moveTo(Supervision supervision, Jurisdiction jurisdiction);
}
