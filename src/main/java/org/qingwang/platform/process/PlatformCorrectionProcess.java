package org.qingwang.platform.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code platform-correction} carries. */
@Component
class PlatformCorrectionProcess implements ProcessContract {

    static final String NOTICE_NO = "noticeNo";
    static final String CASE_NO = "caseNo";
    static final String JURISDICTION = "jurisdiction";

    static final String KEY = "platform-correction";

    /** Whether the platform was ordered to correct. */
    static final String ORDERED = "ordered";

    /** Whether it obeyed. */
    static final String CORRECTED = "corrected";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(NOTICE_NO, CASE_NO, JURISDICTION, ORDERED, CORRECTED);
    }
}
