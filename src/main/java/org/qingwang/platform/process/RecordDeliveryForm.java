package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.Delivery;
import org.qingwang.platform.NoticeService;
import org.springframework.stereotype.Component;

/** The declaration reached the holder. */
@Component
class RecordDeliveryForm implements FormHandler<Delivery> {

    private final NoticeService notices;

    RecordDeliveryForm(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public String formId() {
        return "platform-notice-record-delivery";
    }

    @Override
    public Class<Delivery> type() {
        return Delivery.class;
    }

    @Override
    public Map<String, Object> handle(Delivery form, Submission submission) {
        notices.recordDelivery(submission.variable(PlatformNoticeProcess.NOTICE_NO), form, submission.formReference());
        return Map.of();
    }
}
