package org.qingwang.engine.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One component of a form that submits something, or holds others that do.
 *
 * @param key its name in the submission; empty for a group without a path
 * @param type what it is
 * @param subtype of a date-and-time field: {@code date}, {@code time} or {@code datetime}; else empty
 * @param label its name for a person
 * @param readOnly whether the person may not change it: what comes back is ignored
 * @param hide FEEL condition under which it is not shown and not submitted; empty if always shown
 * @param rules what a value must satisfy
 * @param options values a choice may have with their labels; empty for other fields
 * @param children fields of a group, or of each row of a list
 */
record Field(
        String key,
        FieldType type,
        String subtype,
        Label label,
        boolean readOnly,
        String hide,
        Rules rules,
        Map<String, String> options,
        List<Field> children) {

    /**
     * What a value must satisfy. A bound is null where the form sets none.
     *
     * @param min least number, or null; a number or a FEEL expression that starts with {@code =}
     * @param max greatest number, or null; as min
     * @param decimals digits after the point a number may have, or null for any
     * @param asText whether a number is submitted as text, to keep its digits
     */
    record Rules(
            boolean required,
            String min,
            String max,
            Integer minLength,
            Integer maxLength,
            Pattern pattern,
            Integer decimals,
            boolean asText) {}

    boolean isHideable() {
        return !hide.isEmpty();
    }
}
