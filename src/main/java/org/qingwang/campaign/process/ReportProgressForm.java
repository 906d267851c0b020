package org.qingwang.campaign.process;

import java.util.Map;
import org.qingwang.campaign.KeyTaskService;
import org.qingwang.campaign.ProgressReport;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The owner of a key task reports. */
@Component
class ReportProgressForm implements FormHandler<ProgressReport> {

    private final KeyTaskService service;

    ReportProgressForm(KeyTaskService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "key-task-report-progress";
    }

    @Override
    public Class<ProgressReport> type() {
        return ProgressReport.class;
    }

    @Override
    public Map<String, Object> handle(ProgressReport form, Submission submission) {
        service.report(submission.variable(KeyTaskProcess.TASK_NO), form);
        return Map.of(KeyTaskProcess.DONE, form.done());
    }
}
