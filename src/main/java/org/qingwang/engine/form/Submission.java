package org.qingwang.engine.form;

import java.util.Map;

/**
 * A form somebody submitted, after the engine has checked it against the very {@code .form} file it was drawn from.
 *
 * @param formId the form's id, {@code <process>-<task>}
 * @param formVersion the deployed version of the form
 * @param processKey the process definition's key
 * @param elementId id of the user task or start event in the model
 * @param businessKey business key of the process instance; null on a start form
 * @param variables process variables visible to the task; empty on a start form
 * @param values the fields by key, typed: String, Boolean, Integer, Long, BigDecimal, LocalDate, OffsetDateTime, List,
 *     Map. A field left empty or hidden is absent
 */
public record Submission(
        String formId,
        int formVersion,
        String processKey,
        String elementId,
        String businessKey,
        Map<String, Object> variables,
        Map<String, Object> values) {

    /** @return the process variable as text, or null */
    public String variable(String name) {
        Object value = variables.get(name);
        return value == null ? null : value.toString();
    }

    /** How the audit names the form's version: {@code id:version}. */
    public String formReference() {
        return formId + ":" + formVersion;
    }
}
