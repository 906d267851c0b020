package org.qingwang.casefile;

import org.qingwang.agency.Jurisdiction;

/** Sets a new case going. Implemented on the engine. */
public interface CaseWorkflow {

    /** Starts the process of a case in the current transaction. */
    void begin(String caseNo, Jurisdiction intake);
}
