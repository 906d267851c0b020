package org.qingwang.engine.history;

import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** What happens to a case, as the engine's history tells it, without the reading and writing that adds nothing to it. */
class CaseHistory extends CacheAwareHistoryEventProducer {

    /** A definition's key, name and version never change: the parsed model knows them as well as its row. */
    @Override
    protected ProcessDefinitionEntity getProcessDefinitionEntity(String definitionId) {
        ProcessDefinitionEntity parsed = definitionId == null
                ? null
                : Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .getProcessDefinitionCache()
                        .get(definitionId);
        return parsed == null ? super.getProcessDefinitionEntity(definitionId) : parsed;
    }

    /** Not at the end of a case, years ahead: {@link Retention} decides on the day it is due. */
    @Override
    protected Date calculateRemovalTime(HistoryEvent end) {
        return null;
    }
}
