package org.qingwang.engine.rights;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.qingwang.engine.Managers;
import org.springframework.stereotype.Component;

/** Jurisdictions as tenants, grants on definitions, rules on tasks, and our own code above them. */
@Component
class RightsPlugin extends AbstractProcessEnginePlugin {

    private static final TaskRights TASK_RIGHTS = new TaskRights();

    private final GrantRows grants;

    RightsPlugin(GrantRows grants) {
        this.grants = grants;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setTenantIdProvider(new TenantOfJurisdiction());
        Managers.replace(configuration, AuthorizationManager.class, () -> new GrantsAtHand(grants));
        configuration.setResourceAuthorizationProvider(new NoRowPerTask());
        configuration.setDelegateInterceptor(new WithoutChecks());
        configuration.setStandaloneTasksEnabled(false);
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        listeners = listeners == null ? new ArrayList<>() : listeners;
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                definition.getTaskDefinitions().values().forEach(RightsPlugin::guard);
            }
        });
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    /** As one of the engine's own listeners, so that no call can ask to skip it. */
    private static void guard(TaskDefinition task) {
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, TASK_RIGHTS);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, TASK_RIGHTS);
    }
}
