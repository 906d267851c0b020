package org.qingwang.commerce.process;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.commerce.ExecutionWorkflow;
import org.qingwang.engine.OwnDoing;
import org.springframework.stereotype.Component;

/** Runs what goes on beside an investigation as processes of its own, and ends steps that have become idle. */
@Component
class EngineExecutionWorkflow implements ExecutionWorkflow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final OwnDoing ownDoing;

    EngineExecutionWorkflow(RuntimeService runtime, TaskService tasks, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.ownDoing = ownDoing;
    }

    @Override
    public void beginElsewhere(String caseNo, String publicationNo, Jurisdiction receiver) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                PublicationElsewhereProcess.KEY,
                caseNo,
                Map.of(
                        PublicationElsewhereProcess.CASE_NO,
                        caseNo,
                        PublicationElsewhereProcess.PUBLICATION_NO,
                        publicationNo,
                        PublicationElsewhereProcess.JURISDICTION,
                        receiver.id())));
    }

    @Override
    public void beginPublicationEnd(String caseNo, String publicationNo, Jurisdiction jurisdiction, boolean light) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                PublicationEndProcess.KEY,
                caseNo,
                Map.of(
                        PublicationEndProcess.CASE_NO,
                        caseNo,
                        PublicationEndProcess.PUBLICATION_NO,
                        publicationNo,
                        PublicationEndProcess.JURISDICTION,
                        jurisdiction.id(),
                        PublicationEndProcess.LIGHT,
                        light)));
    }

    @Override
    public void beginAnnulment(String caseNo, String annulmentNo, Jurisdiction jurisdiction) {
        ownDoing.run(() -> runtime.startProcessInstanceByKey(
                DecisionAnnulmentProcess.KEY,
                caseNo,
                Map.of(
                        DecisionAnnulmentProcess.CASE_NO,
                        caseNo,
                        DecisionAnnulmentProcess.ANNULMENT_NO,
                        annulmentNo,
                        DecisionAnnulmentProcess.JURISDICTION,
                        jurisdiction.id())));
    }

    @Override
    public void endCollection(String caseNo) {
        complete(caseNo, "Task_RecordPayment", Map.of(CommerceInvestigationProcess.OUTSTANDING, false));
        complete(
                caseNo,
                "Task_DecideDeferral",
                Map.of(
                        CommerceInvestigationProcess.OUTSTANDING,
                        false,
                        CommerceInvestigationProcess.ASKS_FOR_TIME,
                        false));
    }

    @Override
    public void endPublication(String caseNo) {
        complete(caseNo, "Task_PublishDecision", Map.of());
    }

    private void complete(String caseNo, String taskKey, Map<String, Object> variables) {
        ownDoing.run(() -> tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .processDefinitionKey(CommerceInvestigationProcess.KEY)
                .taskDefinitionKey(taskKey)
                .list()
                .forEach(task -> tasks.complete(task.getId(), variables)));
    }
}
