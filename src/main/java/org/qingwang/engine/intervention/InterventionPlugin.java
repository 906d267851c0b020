package org.qingwang.engine.intervention;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.qingwang.audit.AuditLog;
import org.springframework.stereotype.Component;

/** Audits what people do to the engine beside the forms. */
@Component
class InterventionPlugin extends AbstractProcessEnginePlugin {

    private final AuditLog audit;

    InterventionPlugin(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<HistoryEventHandler> handlers = new ArrayList<>();
        if (configuration.getCustomHistoryEventHandlers() != null) {
            handlers.addAll(configuration.getCustomHistoryEventHandlers());
        }
        handlers.add(new Interventions(audit));
        configuration.setCustomHistoryEventHandlers(handlers);
    }
}
