package org.qingwang.commerce.process;

import java.util.Map;
import org.qingwang.commerce.PublicationEnd;
import org.qingwang.commerce.PublicationEndService;
import org.qingwang.engine.form.FormHandler;
import org.qingwang.engine.form.Submission;
import org.springframework.stereotype.Component;

/** A publication was taken down. */
@Component
class EndPublicationForm implements FormHandler<PublicationEnd> {

    private final PublicationEndService ends;

    EndPublicationForm(PublicationEndService ends) {
        this.ends = ends;
    }

    @Override
    public String formId() {
        return "publication-end-end-publication";
    }

    @Override
    public Class<PublicationEnd> type() {
        return PublicationEnd.class;
    }

    @Override
    public Map<String, Object> handle(PublicationEnd form, Submission submission) {
        ends.end(submission.variable(PublicationEndProcess.CASE_NO), form, submission.formReference());
        return Map.of();
    }
}
