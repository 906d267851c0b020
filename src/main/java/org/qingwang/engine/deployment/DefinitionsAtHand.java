package org.qingwang.engine.deployment;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/**
 * Takes a definition the engine has parsed already as it was read some seconds ago. The engine reads its row anew with
 * every command, 23 times a case, for one thing that can change in it: whether it is suspended.
 */
class DefinitionsAtHand extends ProcessDefinitionManager {

    private final DefinitionsRead read;

    DefinitionsAtHand(DefinitionsRead read) {
        this.read = read;
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        ProcessDefinitionEntity parsed = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getProcessDefinitionCache()
                .get(id);
        if (parsed != null && read.isRecent(id)) {
            return parsed;
        }
        ProcessDefinitionEntity stored = super.findLatestDefinitionById(id);
        if (stored != null) {
            read.remember(id);
        }
        return stored;
    }

    @Override
    public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateById(id, state);
        read.forget();
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateByKey(key, state);
        read.forget();
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
            String key, String tenantId, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenantId, state);
        read.forget();
    }
}
