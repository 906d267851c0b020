package org.qingwang.complaint.process;

import java.util.Map;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.complaint.Supplement;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** An officer enters what the complainant sent later. */
@Component
class RecordSupplementForm implements FormHandler<RecordSupplementForm.Supplemented> {

    private final ScreeningService screenings;

    RecordSupplementForm(ScreeningService screenings) {
        this.screenings = screenings;
    }

    /** @param listingUrls further addresses, one a line */
    record Supplemented(
            String complainantName,
            String contact,
            String right,
            String registrationNo,
            String platform,
            String listingUrls,
            String sellerName,
            String sellerRegion,
            String goods,
            String description) {}

    @Override
    public String formId() {
        return "complaint-record-supplement";
    }

    @Override
    public Class<Supplemented> type() {
        return Supplemented.class;
    }

    @Override
    public Map<String, Object> handle(Supplemented form, Submission submission) {
        Supplement supplement = new Supplement(
                form.complainantName(),
                form.contact(),
                form.right(),
                form.registrationNo(),
                form.platform(),
                NewComplaint.lines(form.listingUrls()),
                form.sellerName(),
                form.sellerRegion(),
                form.goods(),
                form.description());
        screenings.supplement(
                submission.variable(ComplaintContract.RECEIPT_NO), supplement, submission.formReference());
        return Map.of();
    }
}
