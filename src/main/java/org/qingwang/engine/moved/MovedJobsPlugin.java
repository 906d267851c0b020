package org.qingwang.engine.moved;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.qingwang.engine.Managers;
import org.springframework.stereotype.Component;

/** Keeps jobs of other times from the executor. */
@Component
class MovedJobsPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Managers.replace(configuration, JobManager.class, MovedJobManager::new);
    }
}
