package org.qingwang.pledge.process;

import java.util.Set;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code pledge-drive} carries. */
@Component
class PledgeDriveProcess implements ProcessContract {

    static final String KEY = "pledge-drive";

    /** Number of the drive; also the business key. */
    static final String DRIVE_NO = "driveNo";

    /** Whether further firms wait to be asked. */
    static final String MORE = "more";

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(DRIVE_NO, MORE);
    }
}
