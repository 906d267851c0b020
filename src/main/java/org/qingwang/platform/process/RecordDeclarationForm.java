package org.qingwang.platform.process;

import java.util.Map;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.qingwang.platform.Declaration;
import org.qingwang.platform.NoticeService;
import org.springframework.stereotype.Component;

/** The seller declared. */
@Component
class RecordDeclarationForm implements FormHandler<Declaration> {

    private final NoticeService notices;

    RecordDeclarationForm(NoticeService notices) {
        this.notices = notices;
    }

    @Override
    public String formId() {
        return "platform-notice-record-declaration";
    }

    @Override
    public Class<Declaration> type() {
        return Declaration.class;
    }

    @Override
    public Map<String, Object> handle(Declaration form, Submission submission) {
        notices.recordDeclaration(
                submission.variable(PlatformNoticeProcess.NOTICE_NO), form, submission.formReference());
        return Map.of();
    }
}
