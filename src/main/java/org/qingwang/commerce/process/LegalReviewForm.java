package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.CommerceService;
import org.qingwang.commerce.Review;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The legal reviewer approved or returned the case. */
@Component
class LegalReviewForm implements FormHandler<Review> {

    private final CommerceService commerce;

    LegalReviewForm(CommerceService commerce) {
        this.commerce = commerce;
    }

    @Override
    public String formId() {
        return "commerce-investigation-legal-review";
    }

    @Override
    public Class<Review> type() {
        return Review.class;
    }

    @Override
    public Map<String, Object> handle(Review form, Submission submission) {
        String caseNo = submission.variable(CommerceInvestigationProcess.CASE_NO);
        boolean tellParty = commerce.review(caseNo, form, submission.formReference());
        return Map.of(
                CommerceInvestigationProcess.REVIEW,
                tellParty
                        ? CommerceInvestigationProcess.TELL_PARTY
                        : form.result().name());
    }
}
