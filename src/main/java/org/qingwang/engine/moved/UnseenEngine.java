package org.qingwang.engine.moved;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * An engine that lives at another time beside the installation's own: the web applications list every engine of the
 * Java machine that is registered, and nobody must work in this one.
 */
@Component
@ConditionalOnProperty(UnseenEngine.PROPERTY)
class UnseenEngine extends AbstractProcessEnginePlugin {

    static final String PROPERTY = "qingwang.engine.unseen";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngines.unregister(engine);
    }
}
