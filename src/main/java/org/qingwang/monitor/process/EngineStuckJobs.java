package org.qingwang.monitor.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.qingwang.engine.OwnDoing;
import org.qingwang.monitor.StuckJobs;
import org.springframework.stereotype.Component;

/** Has the engine try failed jobs again. */
@Component
class EngineStuckJobs implements StuckJobs {

    private final ManagementService management;
    private final OwnDoing ownDoing;

    EngineStuckJobs(ManagementService management, OwnDoing ownDoing) {
        this.management = management;
        this.ownDoing = ownDoing;
    }

    @Override
    public void tryAgain(List<String> jobIds) {
        ownDoing.run(() -> {
            List<String> stuck = management.createJobQuery().jobIds(Set.copyOf(jobIds)).noRetriesLeft().list().stream()
                    .map(Job::getId)
                    .toList();
            if (!stuck.isEmpty()) {
                management.setJobRetries(stuck, 1);
            }
        });
    }
}
