package org.qingwang.campaign.process;

import java.util.Map;
import org.qingwang.campaign.KeyTaskService;
import org.qingwang.campaign.TaskReview;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The office accepts what came of a key task, or gives it back. */
@Component
class AcceptResultForm implements FormHandler<TaskReview> {

    private final KeyTaskService service;

    AcceptResultForm(KeyTaskService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "key-task-accept-result";
    }

    @Override
    public Class<TaskReview> type() {
        return TaskReview.class;
    }

    @Override
    public Map<String, Object> handle(TaskReview form, Submission submission) {
        service.review(submission.variable(KeyTaskProcess.TASK_NO), form);
        return Map.of(KeyTaskProcess.DECISION, form.decision().name());
    }
}
