package org.qingwang.briefing.process;

import java.util.Map;
import org.qingwang.briefing.BriefingService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** Somebody else than who drafted it approves a briefing, or sends it back. */
@Component
class ReviewBriefingForm implements FormHandler<ReviewBriefingForm.Fields> {

    /**
     * What the form asks.
     *
     * @param words what has to be changed
     */
    record Fields(Decision decision, String words) {}

    /** What the review says. */
    enum Decision {
        APPROVE,
        RETURN
    }

    private final BriefingService briefings;

    ReviewBriefingForm(BriefingService briefings) {
        this.briefings = briefings;
    }

    @Override
    public String formId() {
        return "briefing-review";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        boolean approved = form.decision() == Decision.APPROVE;
        briefings.review(submission.variable(BriefingProcess.BRIEFING_NO), approved, form.words());
        return Map.of(BriefingProcess.APPROVED, approved);
    }
}
