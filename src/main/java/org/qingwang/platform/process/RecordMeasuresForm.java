package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.MeasuresTaken;
import org.qingwang.platform.NoticeService;
import org.springframework.stereotype.Component;

/** What the platform answered. */
@Component
class RecordMeasuresForm implements FormHandler<MeasuresTaken> {

    private final NoticeService notices;

    RecordMeasuresForm(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public String formId() {
        return "platform-notice-record-measures";
    }

    @Override
    public Class<MeasuresTaken> type() {
        return MeasuresTaken.class;
    }

    @Override
    public Map<String, Object> handle(MeasuresTaken form, Submission submission) {
        notices.recordMeasures(submission.variable(PlatformNoticeProcess.NOTICE_NO), form, submission.formReference());
        return Map.of(
                PlatformNoticeProcess.ANSWER,
                form.answer().name(),
                PlatformNoticeProcess.FORWARDED,
                form.forwardedOn() != null);
    }
}
