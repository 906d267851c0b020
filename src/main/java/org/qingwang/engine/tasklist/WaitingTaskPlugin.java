package org.qingwang.engine.tasklist;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.qingwang.engine.Managers;
import org.springframework.stereotype.Component;

/** Puts {@link WaitingTaskManager} in the place of the engine's task manager. */
@Component
class WaitingTaskPlugin extends AbstractProcessEnginePlugin {

    private final WaitingTasks waiting;

    WaitingTaskPlugin(WaitingTasks waiting) {
        this.waiting = waiting;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Managers.replace(configuration, TaskManager.class, () -> new WaitingTaskManager(waiting));
        Managers.replace(configuration, HistoricTaskInstanceManager.class, HistoryOfReadableTasks::new);
    }
}
