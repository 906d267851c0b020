package org.qingwang.cooperation;

import org.qingwang.agency.Jurisdiction;

/** Sets a dispute on competence going. Implemented on the engine. */
public interface DisputeWorkflow {

    /** @param at whose officers see what is decided: the agency that is asked, or the intake */
    void begin(CompetenceDispute dispute, Jurisdiction at);
}
