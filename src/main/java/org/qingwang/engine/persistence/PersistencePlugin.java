package org.qingwang.engine.persistence;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.qingwang.engine.Managers;
import org.springframework.stereotype.Component;

/** Puts {@link TerseEntityManager} in the place of the engine's manager of rows. */
@Component
class PersistencePlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Managers.replace(
                configuration, DbEntityManager.class, () -> new TerseEntityManager(configuration.getIdGenerator()));
    }
}
