package org.qingwang.engine.history;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.qingwang.engine.Managers;
import org.springframework.stereotype.Component;

/** What the engine remembers beside its history. */
@Component
class HistoryPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setHistoryEventProducer(new CaseHistory());
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.getCustomHistoryEventHandlers().add(new ScopeHistory());
        Managers.replace(configuration, UserOperationLogManager.class, TaskWorkLog::new);
    }
}
