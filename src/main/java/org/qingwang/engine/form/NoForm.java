package org.qingwang.engine.form;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;

/** Where a model draws no form: a process cannot be started by one, and a task takes no value. */
final class NoForm {

    private NoForm() {}

    /** Only our services start a process that has no start form. */
    record Start(StartFormHandler drawn) implements StartFormHandler {

        @Override
        public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
            return drawn.createStartFormData(definition);
        }

        @Override
        public void parseConfiguration(
                Element element, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
            throw new UnsupportedOperationException("wraps a form that is parsed already");
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            throw new NotAllowed("starting a process without a start form by hand");
        }
    }

    /** Without this, whatever is submitted would become process variables. */
    record Task(TaskFormHandler drawn) implements TaskFormHandler {

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
            if (!submitted.isEmpty()) {
                String name = submitted.keySet().iterator().next();
                throw new BadInput(name, "engine.form.unknown", FieldValue.shown(name));
            }
        }
    }
}
