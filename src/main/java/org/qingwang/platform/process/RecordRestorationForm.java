package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.Restoration;
import org.springframework.stereotype.Component;

/** The platform put the listings back. */
@Component
class RecordRestorationForm implements FormHandler<Restoration> {

    private final NoticeService notices;

    RecordRestorationForm(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public String formId() {
        return "platform-notice-record-restoration";
    }

    @Override
    public Class<Restoration> type() {
        return Restoration.class;
    }

    @Override
    public Map<String, Object> handle(Restoration form, Submission submission) {
        notices.recordRestoration(
                submission.variable(PlatformNoticeProcess.NOTICE_NO), form, submission.formReference());
        return Map.of();
    }
}
