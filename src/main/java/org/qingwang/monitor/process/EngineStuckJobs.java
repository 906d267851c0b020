package org.qingwang.monitor.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.qingwang.engine.Acting;
import org.qingwang.monitor.StuckJobs;
import org.springframework.stereotype.Component;

/** Has the engine try failed jobs again, each as if the current person had done it in Cockpit. */
@Component
class EngineStuckJobs implements StuckJobs {

    private final ManagementService management;
    private final Acting acting;

    EngineStuckJobs(ManagementService management, Acting acting) {
        this.management = management;
        this.acting = acting;
    }

    /** One by one: told all at once, the engine would log neither which process nor which model each belongs to. */
    @Override
    public void tryAgain(List<String> jobIds) {
        acting.asCurrent(() -> {
            management.createJobQuery().jobIds(Set.copyOf(jobIds)).noRetriesLeft().listPage(0, jobIds.size()).stream()
                    .map(Job::getId)
                    .forEach(job -> management.setJobRetries(job, 1));
            return null;
        });
    }
}
