package org.qingwang.complaint.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintWorkflow;
import org.qingwang.complaint.NoticeService;
import org.springframework.stereotype.Component;

/** Starts the process {@code complaint} for complaints that do not come from its start form, and moves it for complainants. */
@Component
class ComplaintProcess implements ComplaintWorkflow {

    /** The error that ends a complaint wherever it stands: {@code Sub_Withdrawn} of the model takes it. */
    static final String WITHDRAWN = "COMPLAINT_WITHDRAWN";

    private static final String TAKES_WITHDRAWAL = "Sub_Withdrawn";
    private static final String RECORD_SUPPLEMENT = "Task_RecordSupplement";

    private final RuntimeService engine;
    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService models;
    private final NoticeService notices;

    ComplaintProcess(
            RuntimeService engine,
            TaskService tasks,
            FormService forms,
            RepositoryService models,
            NoticeService notices) {
        this.engine = engine;
        this.tasks = tasks;
        this.forms = forms;
        this.models = models;
        this.notices = notices;
    }

    @Override
    public void begin(String receiptNo, Jurisdiction intake) {
        engine.startProcessInstanceByKey(
                ComplaintContract.PROCESS,
                receiptNo,
                Map.of(ComplaintContract.RECEIPT_NO, receiptNo, ComplaintContract.JURISDICTION, intake.id()));
    }

    @Override
    public void supplement(String receiptNo, Map<String, Object> values) {
        openTasks(receiptNo).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(RECORD_SUPPLEMENT))
                .forEach(task -> forms.submitTaskForm(task.getId(), values));
    }

    /** One that no officer has in hand is still to be screened, which finds it withdrawn. */
    @Override
    public void withdraw(String receiptNo) {
        openTasks(receiptNo).forEach(task -> {
            if (takesWithdrawal(task)) {
                tasks.handleBpmnError(task.getId(), WITHDRAWN);
            } else {
                engine.deleteProcessInstance(task.getProcessInstanceId(), "withdrawn");
                notices.tell(receiptNo);
            }
        });
    }

    private List<Task> openTasks(String receiptNo) {
        return tasks.createTaskQuery()
                .processDefinitionKey(ComplaintContract.PROCESS)
                .processInstanceBusinessKey(receiptNo)
                .list();
    }

    /** A complaint begun under an older version of the model ends by hand. */
    private boolean takesWithdrawal(Task task) {
        return models.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(TAKES_WITHDRAWAL) != null;
    }
}
