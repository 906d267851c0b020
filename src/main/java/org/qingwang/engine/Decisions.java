package org.qingwang.engine;

import java.util.Map;

/** Asks the decision tables under {@code bpmn/decisions}. */
public interface Decisions {

    /**
     * Evaluates the newest deployed version of a table whose hit policy yields exactly one rule.
     *
     * @param key the decision's id
     * @param facts the inputs by name
     * @throws IllegalStateException if no rule or more than one fires
     */
    Outcome decide(String key, Map<String, ?> facts);

    /**
     * What a table said.
     *
     * @param values the outputs by name
     * @param ruleId id of the rule that fired, as in the model
     * @param reference decision and version, for example {@code complaint-screening:3}
     */
    record Outcome(Map<String, Object> values, String ruleId, String reference) {

        /** @return the output as text, or null */
        public String text(String output) {
            Object value = values.get(output);
            return value == null ? null : value.toString();
        }
    }
}
