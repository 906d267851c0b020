package org.qingwang.platform.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code platform-notice} carries. */
@Component
class PlatformNoticeProcess implements ProcessContract {

    static final String KEY = "platform-notice";

    /** Message that starts it for a notice whose seller declares after its time. */
    static final String LATE_DECLARATION = "LateDeclaration";

    /** Number of the notice. */
    static final String NOTICE_NO = "noticeNo";

    /** Number of the case it was sent from; also the business key. */
    static final String CASE_NO = "caseNo";

    /** Who sent it and keeps watch, as {@code Jurisdiction.id()}. */
    static final String JURISDICTION = "jurisdiction";

    /** Name of the {@code MeasuresTaken.Answer}. */
    static final String ANSWER = "answer";

    /** Whether the platform has told the seller. */
    static final String FORWARDED = "forwarded";

    /** Name of the {@code Reaction.Kind}. */
    static final String REACTION = "reaction";

    /** Whether a platform that took no measures obeyed the order to. */
    static final String CORRECTED = "corrected";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(NOTICE_NO, CASE_NO, JURISDICTION, ANSWER, FORWARDED, REACTION, CORRECTED);
    }
}
