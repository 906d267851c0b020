package org.qingwang.complaint.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintWorkflow;
import org.springframework.stereotype.Component;

/** Starts the process {@code complaint} for complaints that do not come from its start form. */
@Component
class ComplaintProcess implements ComplaintWorkflow {

    private final RuntimeService engine;

    ComplaintProcess(RuntimeService engine) {
        this.engine = engine;
    }

    @Override
    public void begin(String receiptNo, Jurisdiction intake) {
        engine.startProcessInstanceByKey(
                ComplaintContract.PROCESS,
                receiptNo,
                Map.of(ComplaintContract.RECEIPT_NO, receiptNo, ComplaintContract.JURISDICTION, intake.id()));
    }
}
