package org.qingwang.engine.deployment;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.qingwang.engine.Managers;
import org.springframework.stereotype.Component;

/** Puts {@link DefinitionsAtHand} in the place of the engine's manager of process definitions. */
@Component
class DefinitionsPlugin extends AbstractProcessEnginePlugin {

    private final DefinitionsRead read;

    DefinitionsPlugin(DefinitionsRead read) {
        this.read = read;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Managers.replace(configuration, ProcessDefinitionManager.class, () -> new DefinitionsAtHand(read));
    }
}
