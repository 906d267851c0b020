package org.qingwang.campaign.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.Evaluation;
import org.qingwang.campaign.RunService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The office holds a campaign against its plan and names what stays. */
@Component
class EvaluateForm implements FormHandler<EvaluateForm.Fields> {

    /** What the form asks. */
    record Fields(String evaluation, List<PracticeRow> practices, List<MeasureRow> measures) {}

    /** An exemplary practice as the form asks for it. */
    record PracticeRow(String title, Agency agency, String region, String words) {

        Evaluation.Practice practice() {
            return new Evaluation.Practice(title, new Jurisdiction(agency, region), words);
        }
    }

    /** A lasting measure as the form asks for it. */
    record MeasureRow(String title, Agency agency, String region, LocalDate remindOn) {

        Evaluation.Measure measure() {
            return new Evaluation.Measure(title, new Jurisdiction(agency, region), remindOn);
        }
    }

    private final RunService service;

    EvaluateForm(RunService service) {
        this.service = service;
    }

    @Override
    public String formId() {
        return "campaign-evaluate";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        service.evaluate(
                submission.variable(CampaignProcess.CAMPAIGN_NO),
                new Evaluation(
                        form.evaluation(),
                        form.practices().stream().map(PracticeRow::practice).toList(),
                        form.measures().stream().map(MeasureRow::measure).toList()));
        return Map.of();
    }
}
