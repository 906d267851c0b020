package org.qingwang.campaign.process;

import java.util.Map;
import org.qingwang.campaign.LastingMeasureService;
import org.qingwang.campaign.MeasureReport;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The owner of a lasting measure says what became of it. */
@Component
class ReportMeasureForm implements FormHandler<MeasureReport> {

    private final LastingMeasureService service;

    ReportMeasureForm(LastingMeasureService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "lasting-measure-report-measure";
    }

    @Override
    public Class<MeasureReport> type() {
        return MeasureReport.class;
    }

    @Override
    public Map<String, Object> handle(MeasureReport form, Submission submission) {
        service.report(submission.variable(LastingMeasureProcess.MEASURE_NO), form);
        return Map.of(LastingMeasureProcess.ENDED, form.hasEnded());
    }
}
