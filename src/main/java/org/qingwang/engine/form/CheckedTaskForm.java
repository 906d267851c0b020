package org.qingwang.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** A task form whose submission goes through the {@link FormContract}. */
class CheckedTaskForm implements TaskFormHandler {

    private final TaskFormHandler drawn;
    private final FormContract contract;
    private final String formId;

    /**
     * @param drawn the engine's own, which tells Tasklist what to draw
     * @param contract what a submission goes through
     * @param formId the form's id
     */
    CheckedTaskForm(TaskFormHandler drawn, FormContract contract, String formId) {
        this.drawn = drawn;
        this.contract = contract;
        this.formId = formId;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return drawn.createTaskForm(task);
    }

    @Override
    public void parseConfiguration(
            Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        throw new UnsupportedOperationException("wraps a form that is parsed already");
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        TaskEntity task = (TaskEntity) scope;
        ExecutionEntity execution = task.getExecution();
        ProcessDefinitionEntity definition = execution.getProcessDefinition();
        FormContract.Place place = new FormContract.Place(
                definition.getDeploymentId(),
                formId,
                definition.getKey(),
                task.getTaskDefinitionKey(),
                execution.getProcessBusinessKey(),
                Map.copyOf(withoutNulls(task.getVariables())));
        Map<String, Object> variables = contract.submit(place, submitted);
        variables.forEach(execution::setVariable);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> variables) {
        variables.values().removeIf(value -> value == null);
        return variables;
    }
}
