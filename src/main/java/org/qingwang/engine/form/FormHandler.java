package org.qingwang.engine.form;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Takes what one form submits: turns it into one typed record and calls one use case. A Spring bean in a {@code
 * process} package; the engine finds it by {@link #formId()}. Runs in the transaction in which the task completes.
 *
 * @param <T> the record whose components are the form's fields
 */
public interface FormHandler<T extends Record> {

    /** Id of the form this takes, as in the {@code .form} file. */
    String formId();

    /** The record a submission is turned into, field by field. */
    Class<T> type();

    /**
     * What a task's form shows, or proposes, beside what the process carries: read from our tables each time somebody opens
     * the task, and stored nowhere.
     *
     * @param variable reads a process variable as text; null if there is none
     * @return values by field: text, numbers, and lists of maps for rows
     */
    default Map<String, Object> shown(UnaryOperator<String> variable) {
        return Map.of();
    }

    /**
     * @param form the submission as a typed record; a component is null where the field was left empty
     * @param submission where it came from
     * @return the process variables to set: ids and what gateways read, nothing else. The key {@code businessKey} on a
     *     start form becomes the process instance's business key
     * @throws org.qingwang.common.BadInput if fields contradict each other or the state of the case
     */
    Map<String, Object> handle(T form, Submission submission);
}
