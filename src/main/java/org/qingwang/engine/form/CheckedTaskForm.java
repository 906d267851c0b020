package org.qingwang.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** A task form whose submission goes through the {@link FormContract}. */
class CheckedTaskForm extends ParsedForm<TaskFormHandler> implements TaskFormHandler {

    private final FormContract contract;
    private final String formId;

    CheckedTaskForm(TaskFormHandler drawn, FormContract contract, String formId) {
        super(drawn);
        this.contract = contract;
        this.formId = formId;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        TaskFormData form = drawn.createTaskForm(task);
        contract.shown(formId, name -> {
                    Object value = task.getVariable(name);
                    return value == null ? null : value.toString();
                })
                .forEach((name, value) -> form.getFormFields().add(field(name, value)));
        return form;
    }

    private static FormField field(String name, TypedValue value) {
        FormFieldImpl field = new FormFieldImpl();
        field.setId(name);
        field.setValue(value);
        return field;
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
                Map.copyOf(withoutNulls(execution.getVariables())));
        Map<String, Object> variables = contract.submit(place, submitted);
        variables.forEach(execution::setVariable);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> variables) {
        variables.values().removeIf(value -> value == null);
        return variables;
    }
}
