package org.qingwang.engine.form;

import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/** A start form whose submission goes through the {@link FormContract}. */
class CheckedStartForm extends ParsedForm<StartFormHandler> implements StartFormHandler {

    private final FormContract contract;
    private final String formId;

    CheckedStartForm(StartFormHandler drawn, FormContract contract, String formId) {
        super(drawn);
        this.contract = contract;
        this.formId = formId;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
        return drawn.createStartFormData(definition);
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope scope) {
        ExecutionEntity instance = (ExecutionEntity) scope;
        ProcessDefinitionEntity definition = instance.getProcessDefinition();
        FormContract.Place place = new FormContract.Place(
                definition.getDeploymentId(),
                formId,
                definition.getKey(),
                definition.getInitial().getId(),
                null,
                Map.of());
        Map<String, Object> variables = contract.submit(place, submitted);
        requireOwnTenant(instance, variables.get("jurisdiction"));
        variables.forEach((name, value) -> {
            if (name.equals(FormContract.BUSINESS_KEY)) {
                instance.setProcessBusinessKey((String) value);
            } else {
                instance.setVariable(name, value);
            }
        });
    }

    /** A field of that name would choose the tenant before the form is checked. */
    private static void requireOwnTenant(ExecutionEntity instance, Object jurisdiction) {
        if (jurisdiction != null && !jurisdiction.equals(instance.getTenantId())) {
            throw new IllegalStateException("started for " + instance.getTenantId() + ", worked by " + jurisdiction);
        }
    }
}
