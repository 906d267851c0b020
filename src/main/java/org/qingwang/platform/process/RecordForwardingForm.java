package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.Forwarding;
import org.qingwang.platform.NoticeService;
import org.springframework.stereotype.Component;

/** The platform told the seller. */
@Component
class RecordForwardingForm implements FormHandler<Forwarding> {

    private final NoticeService notices;

    RecordForwardingForm(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public String formId() {
        return "platform-notice-record-forwarding";
    }

    @Override
    public Class<Forwarding> type() {
        return Forwarding.class;
    }

    @Override
    public Map<String, Object> handle(Forwarding form, Submission submission) {
        notices.recordForwarding(
                submission.variable(PlatformNoticeProcess.NOTICE_NO), form, submission.formReference());
        return Map.of();
    }
}
