package org.qingwang.complaint;

import org.qingwang.agency.Jurisdiction;

/** Sets a registered complaint on its way. */
public interface ComplaintWorkflow {

    /** Begins the process of this complaint, in the current transaction. */
    void begin(String receiptNo, Jurisdiction intake);
}
