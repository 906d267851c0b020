package org.qingwang.pledge.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code pledge-platform-end} carries. */
@Component
class PlatformEndProcess implements ProcessContract {

    static final String KEY = "pledge-platform-end";

    /** Number of the platform's pledge; also the business key. */
    static final String PLEDGE_NO = "pledgeNo";

    /** Whether further merchants wait. */
    static final String MORE = "more";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(PLEDGE_NO, MORE);
    }
}
