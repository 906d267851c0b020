package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.Reaction;
import org.springframework.stereotype.Component;

/** What the holder did. */
@Component
class RecordReactionForm implements FormHandler<Reaction> {

    private final NoticeService notices;

    RecordReactionForm(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public String formId() {
        return "platform-notice-record-reaction";
    }

    @Override
    public Class<Reaction> type() {
        return Reaction.class;
    }

    @Override
    public Map<String, Object> handle(Reaction form, Submission submission) {
        notices.recordReaction(submission.variable(PlatformNoticeProcess.NOTICE_NO), form, submission.formReference());
        return Map.of(PlatformNoticeProcess.REACTION, form.reaction().name());
    }
}
