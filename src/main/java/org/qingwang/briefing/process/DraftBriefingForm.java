package org.qingwang.briefing.process;

import java.util.Map;
import org.qingwang.briefing.BriefingService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** The draft of a briefing, which stands on its page, is ready for review. */
@Component
class DraftBriefingForm implements FormHandler<DraftBriefingForm.Fields> {

    /**
     * What the form asks.
     *
     * @param kept whether sentences that name former numbers stay
     */
    record Fields(boolean ready, boolean kept) {}

    private final BriefingService briefings;

    DraftBriefingForm(BriefingService briefings) {
        this.briefings = briefings;
    }

    @Override
    public String formId() {
        return "briefing-draft";
    }

    @Override
    public Class<Fields> type() {
        return Fields.class;
    }

    @Override
    public Map<String, Object> handle(Fields form, Submission submission) {
        briefings.finishDraft(submission.variable(BriefingProcess.BRIEFING_NO), form.kept());
        return Map.of();
    }
}
