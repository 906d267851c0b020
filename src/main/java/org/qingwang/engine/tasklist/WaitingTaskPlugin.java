package org.qingwang.engine.tasklist;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricTaskInstanceManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.qingwang.engine.Managers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts {@link WaitingTaskManager} in the place of the engine's task manager. */
@Component
class WaitingTaskPlugin extends AbstractProcessEnginePlugin {

    private final WaitingTasks waiting;
    private final ObjectProvider<CampaignLists> campaigns;

    WaitingTaskPlugin(WaitingTasks waiting, ObjectProvider<CampaignLists> campaigns) {
        this.waiting = waiting;
        this.campaigns = campaigns;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Managers.replace(configuration, TaskManager.class, () -> new WaitingTaskManager(waiting, campaigns));
        Managers.replace(configuration, HistoricTaskInstanceManager.class, HistoryOfReadableTasks::new);
    }
}
