package org.qingwang.worklist;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.SampleComplaint;
import org.springframework.stereotype.Component;

/** Complaints that wait for an officer to confirm how they were screened. */
@Component
public class ScreeningTasks {

    private final ComplaintService complaints;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    ScreeningTasks(
            ComplaintService complaints, RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.complaints = complaints;
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
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

    /** @return id of the task in which an officer confirms */
    public String taskOf(String receiptNo) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(receiptNo)
                .taskDefinitionKey("Task_ConfirmScreening")
                .singleResult()
                .getId();
    }
}
