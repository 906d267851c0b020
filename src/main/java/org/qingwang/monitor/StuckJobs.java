package org.qingwang.monitor;

import java.util.List;

/** The engine's jobs that failed for good. */
public interface StuckJobs {

    /** Has jobs tried once more, which ends their incidents; those that are gone meanwhile are passed over. */
    void tryAgain(List<String> jobIds);
}
