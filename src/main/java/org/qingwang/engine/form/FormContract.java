package org.qingwang.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.entity.CamundaFormDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceManager;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.qingwang.common.BadInput;
import org.qingwang.engine.rights.WithoutChecks;
import org.springframework.stereotype.Component;

/**
 * What happens to a submitted form: it is checked against the file it was drawn from, turned into its record and handed to
 * its handler, all in the transaction in which the task completes. Only what the handler returns becomes a process
 * variable.
 */
@Component
class FormContract {

    /** Under this name a start form's handler returns the process instance's business key. */
    static final String BUSINESS_KEY = "businessKey";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FormHandlers handlers;
    private final ConcurrentMap<FormVersion, DeployedForm> forms = new ConcurrentHashMap<>();

    FormContract(FormHandlers handlers) {
        this.handlers = handlers;
    }

    private record FormVersion(String deploymentId, String formId) {}

    private record DeployedForm(FormSchema schema, int version) {}

    /**
     * Where a form was submitted.
     *
     * @param deploymentId the deployment the model belongs to, and so the form
     * @param formId the form's id
     * @param processKey the process definition's key
     * @param elementId the user task or start event
     * @param businessKey of the process instance, or null
     * @param variables what the form's conditions and the handler may read
     */
    record Place(
            String deploymentId,
            String formId,
            String processKey,
            String elementId,
            String businessKey,
            Map<String, Object> variables) {}

    /**
     * @return the variables to set, and {@link #BUSINESS_KEY} if the handler gave one
     * @throws BadInput if the form, the record or the use case refuses
     */
    Map<String, Object> submit(Place place, VariableMap submitted) {
        DeployedForm form = forms.computeIfAbsent(
                new FormVersion(place.deploymentId(), place.formId()), FormContract::deployedForm);
        Map<String, Object> values =
                new FormCheck(form.schema(), FormContract::feel, place.variables()).typed(plain(submitted));
        Submission submission = new Submission(
                place.formId(),
                form.version(),
                place.processKey(),
                place.elementId(),
                place.businessKey(),
                place.variables(),
                values);
        Map<String, Object> variables =
                WithoutChecks.call(() -> handle(handlers.of(place.formId()), values, submission));
        refuseUndeclared(place.processKey(), variables.keySet());
        return variables;
    }

    /**
     * @param variable reads a process variable as text
     * @return what the form shows beside them, as the engine hands it to Tasklist
     */
    Map<String, TypedValue> shown(String formId, UnaryOperator<String> variable) {
        Map<String, TypedValue> shown = new LinkedHashMap<>();
        WithoutChecks.call(() -> handlers.of(formId).shown(variable))
                .forEach((name, value) -> shown.put(name, typed(value)));
        return shown;
    }

    private static TypedValue typed(Object value) {
        if (!(value instanceof Collection<?>)) {
            return Variables.stringValue(value.toString());
        }
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows that are shown cannot be written", e);
        }
    }

    private static <T extends Record> Map<String, Object> handle(
            FormHandler<T> handler, Map<String, Object> values, Submission submission) {
        return handler.handle(FormRecords.of(handler.type(), values), submission);
    }

    private void refuseUndeclared(String processKey, Set<String> names) {
        Set<String> declared = handlers.contractOf(processKey).variables();
        for (String name : names) {
            if (!declared.contains(name) && !name.equals(BUSINESS_KEY)) {
                throw new IllegalStateException("process " + processKey + " declares no variable " + name);
            }
        }
    }

    private static DeployedForm deployedForm(FormVersion version) {
        CommandContext commands = Context.getCommandContext();
        CamundaFormDefinitionEntity definition = commands.getSession(CamundaFormDefinitionManager.class)
                .findDefinitionByDeploymentAndKey(version.deploymentId(), version.formId());
        if (definition == null) {
            throw new IllegalStateException(
                    "deployment " + version.deploymentId() + " holds no form " + version.formId());
        }
        ResourceEntity file = commands.getSession(ResourceManager.class)
                .findResourceByDeploymentIdAndResourceName(version.deploymentId(), definition.getResourceName());
        String json = new String(file.getBytes(), StandardCharsets.UTF_8);
        return new DeployedForm(FormSchema.parse(json), definition.getVersion());
    }

    private static Object feel(String expression, Map<String, Object> names) {
        ProcessEngineConfigurationImpl configuration = Context.getProcessEngineConfiguration();
        return configuration
                .getDmnEngineConfiguration()
                .getFeelEngine()
                .evaluateSimpleExpression(expression, Variables.fromMap(names).asVariableContext());
    }

    /** What came as JSON in a typed variable, as plain text, numbers, lists and maps like the rest. */
    private static Map<String, Object> plain(VariableMap submitted) {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (String name : submitted.keySet()) {
            TypedValue typed = submitted.getValueTyped(name);
            boolean serialized = typed instanceof SerializableValue json
                    && !json.isDeserialized()
                    && json.getValueSerialized() != null;
            plain.put(
                    name,
                    serialized
                            ? fromJson(name, ((SerializableValue) typed).getValueSerialized())
                            : submitted.get(name));
        }
        return plain;
    }

    private static Object fromJson(String name, String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new BadInput(name, "engine.form.json", FieldValue.shown(name), FieldValue.shown(json));
        }
    }
}
