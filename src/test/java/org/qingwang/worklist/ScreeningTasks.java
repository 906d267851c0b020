package org.qingwang.worklist;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Complaints that wait for an officer to confirm how they were screened. */
@Component
public class ScreeningTasks {

    private static final Actor OFFICER = SignIn.officer("commerce-330000");

    private final ComplaintService complaints;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;

    ScreeningTasks(
            ComplaintService complaints,
            RuntimeService runtime,
            ManagementService management,
            TaskService tasks,
            FormService forms,
            IdentityService identity) {
        this.complaints = complaints;
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
    }

    /** @return receipt numbers of new complaints, screened, that wait at this jurisdiction */
    public List<String> waiting(String jurisdiction, int count) {
        return IntStream.range(0, count).mapToObj(n -> waiting(jurisdiction)).toList();
    }

    private String waiting(String jurisdiction) {
        String receiptNo = complaints
                .file(new SampleComplaint().build(), Jurisdiction.parse(jurisdiction), null)
                .receiptNo();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo, "complaint")
                .singleResult()
                .getId();
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId());
        return receiptNo;
    }

    /** An officer of the market regulation of Zhejiang confirms. */
    public void accept(String receiptNo) {
        SignIn.as(identity, OFFICER, () -> {
            forms.submitTaskForm(taskOf(receiptNo), Map.of("decision", "ACCEPT", "reason", "Seen."));
            return null;
        });
    }

    /** @return id of the task in which an officer confirms */
    public String taskOf(String receiptNo) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(receiptNo)
                .taskDefinitionKey("Task_ConfirmScreening")
                .singleResult()
                .getId();
    }
}
