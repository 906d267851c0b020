package org.qingwang.engine.tasklist;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
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
        List<SessionFactory> factories = configuration.getCustomSessionFactories() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomSessionFactories());
        factories.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return TaskManager.class;
            }

            @Override
            public Session openSession() {
                return new WaitingTaskManager(waiting);
            }
        });
        configuration.setCustomSessionFactories(factories);
    }
}
