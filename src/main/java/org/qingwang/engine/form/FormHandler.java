package org.qingwang.engine.form;

import java.util.Map;

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
     * @param form the submission as a typed record; a component is null where the field was left empty
     * @param submission where it came from
     * @return the process variables to set: ids and what gateways read, nothing else. The key {@code businessKey} on a
     *     start form becomes the process instance's business key
     * @throws org.qingwang.common.BadInput if fields contradict each other or the state of the case
     */
    Map<String, Object> handle(T form, Submission submission);
}
