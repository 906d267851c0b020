package org.qingwang.commerce;

import org.qingwang.agency.Jurisdiction;

/** Sets going, and ends, what runs beside an investigation. Implemented on the engine. */
public interface ExecutionWorkflow {

    /** Another province gets a decision to publish. */
    void beginElsewhere(String caseNo, String publicationNo, Jurisdiction receiver);

    /** The time of a publication is nearly over. */
    void beginPublicationEnd(String caseNo, String publicationNo, Jurisdiction jurisdiction, boolean light);

    /** A decision is undone. */
    void beginAnnulment(String caseNo, String annulmentNo, Jurisdiction jurisdiction);

    /** Nothing more is to be paid: steps that wait for money are over. */
    void endCollection(String caseNo);

    /** Nothing is to be published any more: the step that waits for it is over. */
    void endPublication(String caseNo);
}
