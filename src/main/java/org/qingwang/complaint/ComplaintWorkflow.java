package org.qingwang.complaint;

import java.util.Map;
import org.qingwang.agency.Jurisdiction;

/** Sets a registered complaint on its way. */
public interface ComplaintWorkflow {

    /** Begins the process of this complaint, in the current transaction. */
    void begin(String receiptNo, Jurisdiction intake);

    /** Enters what was asked for, with the form officers enter it with, in the current transaction. */
    void supplement(String receiptNo, Map<String, Object> values);

    /** Ends the process of a complaint that was withdrawn, wherever it waits, in the current transaction. */
    void withdraw(String receiptNo);
}
