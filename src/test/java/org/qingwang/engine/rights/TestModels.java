package org.qingwang.engine.rights;

import org.camunda.bpm.model.bpmn.Bpmn;

/** Models small enough to show one thing. */
public final class TestModels {

    private TestModels() {}

    /** A process with one task for the officers of its jurisdiction. */
    public static String oneTask(String key) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("Start")
                .userTask("Task_work")
                .camundaCandidateGroups("${jurisdiction}")
                .endEvent("End")
                .done());
    }

    /** A process that hands its jurisdiction to another. */
    public static String callOfOneTask(String key, String calledKey) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent("Start")
                .callActivity("Call_work")
                .calledElement(calledKey)
                .camundaIn("jurisdiction", "jurisdiction")
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .endEvent("End")
                .done());
    }
}
