package org.qingwang.engine.intervention;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.qingwang.audit.AuditLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Audits what people do to the engine beside the forms. */
@Component
class InterventionPlugin extends AbstractProcessEnginePlugin {

    private final AuditLog audit;
    private final OnBehalf onBehalf;

    InterventionPlugin(AuditLog audit, ObjectProvider<StandIns> standIns) {
        this.audit = audit;
        this.onBehalf = new OnBehalf(audit, standIns);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<HistoryEventHandler> handlers = new ArrayList<>();
        if (configuration.getCustomHistoryEventHandlers() != null) {
            handlers.addAll(configuration.getCustomHistoryEventHandlers());
        }
        handlers.add(new Interventions(audit));
        configuration.setCustomHistoryEventHandlers(handlers);
        listen(configuration);
    }

    private void listen(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : configuration.getCustomPostBPMNParseListeners();
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element process, ProcessDefinitionEntity definition) {
                definition
                        .getTaskDefinitions()
                        .values()
                        .forEach(task -> task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, onBehalf));
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }
}
