package org.qingwang.engine.form;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;

/** Where a model draws no form: a process cannot be started by one, and a task takes no value. */
final class NoForm {

    private NoForm() {}

    /** Only our services start a process that has no start form. */
    static final class Start extends ParsedForm<StartFormHandler> implements StartFormHandler {

        Start(StartFormHandler drawn) {
            super(drawn);
        }

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
            return drawn.createStartFormData(definition);
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            throw new NotAllowed("starting a process without a start form by hand");
        }
    }

    /** Without this, whatever is submitted would become process variables. */
    static final class Task extends ParsedForm<TaskFormHandler> implements TaskFormHandler {

        Task(TaskFormHandler drawn) {
            super(drawn);
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            return drawn.createTaskForm(task);
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            if (!submitted.isEmpty()) {
                String name = submitted.keySet().iterator().next();
                throw new BadInput(name, "engine.form.unknown", FieldValue.shown(name));
            }
        }
    }
}
