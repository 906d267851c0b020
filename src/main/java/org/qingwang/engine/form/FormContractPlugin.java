package org.qingwang.engine.form;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Makes every form of every model go through the {@link FormContract}. */
@Component
class FormContractPlugin extends AbstractProcessEnginePlugin {

    private final FormContract contract;

    FormContractPlugin(FormContract contract) {
        this.contract = contract;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPostBPMNParseListeners(listeners);
        }
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                checkForms(definition);
            }
        });
    }

    private void checkForms(ProcessDefinitionEntity definition) {
        definition.setStartFormHandler(checked(definition));
        definition.getTaskDefinitions().values().forEach(task -> task.setTaskFormHandler(checked(task)));
    }

    private StartFormHandler checked(ProcessDefinitionEntity definition) {
        StartFormHandler drawn = definition.getStartFormHandler();
        String formId = formId(definition.getStartFormDefinition());
        return formId == null ? new NoForm.Start(drawn) : new CheckedStartForm(drawn, contract, formId);
    }

    private TaskFormHandler checked(TaskDefinition task) {
        TaskFormHandler drawn = task.getTaskFormHandler();
        String formId = formId(task.getFormDefinition());
        return formId == null ? new NoForm.Task(drawn) : new CheckedTaskForm(drawn, contract, formId);
    }

    private static String formId(FormDefinition form) {
        Expression reference = form == null ? null : form.getCamundaFormDefinitionKey();
        return reference == null ? null : reference.getExpressionText();
    }
}
