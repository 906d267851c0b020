package org.qingwang.casefile.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseWorkflow;
import org.springframework.stereotype.Component;

/** Runs cases as instances of the process {@code casefile}. */
@Component
class EngineCaseWorkflow implements CaseWorkflow {

    private final RuntimeService runtime;

    EngineCaseWorkflow(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(String caseNo, Jurisdiction intake) {
        runtime.startProcessInstanceByKey(
                CasefileProcess.KEY,
                caseNo,
                Map.of(CasefileProcess.CASE_NO, caseNo, CasefileProcess.JURISDICTION, intake.id()));
    }
}
