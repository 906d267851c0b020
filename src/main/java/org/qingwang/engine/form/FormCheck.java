package org.qingwang.engine.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.qingwang.common.BadInput;

/**
 * Holds what was submitted against what the form asks for. The browser checked the same for the person's comfort; this
 * check is the one that counts.
 */
final class FormCheck {

    private final FormSchema schema;
    private final Feel feel;
    private final Map<String, Object> variables;
    private final Consumer<BadInput> refusals;

    /**
     * @param schema what the form asks for
     * @param feel evaluates its conditions
     * @param variables process variables the form's conditions may name
     */
    FormCheck(FormSchema schema, Feel feel, Map<String, Object> variables) {
        this(schema, feel, variables, refusal -> {
            throw refusal;
        });
    }

    /** @param refusals takes what does not hold, field by field; the check goes on with the next field if it returns */
    FormCheck(FormSchema schema, Feel feel, Map<String, Object> variables, Consumer<BadInput> refusals) {
        this.schema = schema;
        this.feel = feel;
        this.variables = variables;
        this.refusals = refusals;
    }

    /**
     * @param submitted names and values as they came: text, numbers, booleans, lists and maps
     * @return the same, typed; without what was left empty, hidden or may not be changed
     * @throws BadInput at the first field that does not hold, unless refusals are collected
     */
    Map<String, Object> typed(Map<String, Object> submitted) {
        return typed(schema.fields(), submitted, new Place("", Map.of()));
    }

    /** Where in the form a field stands: in front of its name, and what conditions see there beside the top level. */
    private record Place(String prefix, Map<String, Object> row) {

        String of(String key) {
            return prefix + key;
        }
    }

    private Map<String, Object> typed(List<Field> fields, Map<String, Object> submitted, Place place) {
        refuseUnknown(fields, submitted, place);
        Map<String, Object> result = new LinkedHashMap<>();
        for (Field field : fields) {
            try {
                take(field, submitted, place, result);
            } catch (BadInput refusal) {
                refusals.accept(refusal);
            }
        }
        return result;
    }

    private void refuseUnknown(List<Field> fields, Map<String, Object> submitted, Place place) {
        Set<String> known = new FormSchema(schema.id(), fields).names();
        for (String name : submitted.keySet()) {
            if (!known.contains(name)) {
                throw new BadInput(place.of(name), "engine.form.unknown", FieldValue.shown(place.of(name)));
            }
        }
    }

    private void take(Field field, Map<String, Object> submitted, Place place, Map<String, Object> result) {
        if (field.readOnly() || field.type() == FieldType.EXPRESSION || isHidden(field, submitted, place)) {
            return;
        }
        switch (field.type()) {
            case GROUP -> takeGroup(field, submitted, place, result);
            case DYNAMICLIST -> takeRows(field, submitted, place, result);
            default -> takeValue(field, submitted, place, result);
        }
    }

    private void takeValue(Field field, Map<String, Object> submitted, Place place, Map<String, Object> result) {
        Object raw = submitted.get(field.key());
        String name = place.of(field.key());
        if (isEmpty(raw)
                || (field.type() == FieldType.CHECKBOX && field.rules().required() && Boolean.FALSE.equals(raw))) {
            if (field.rules().required()) {
                throw new BadInput(name, "engine.form.required", field.label());
            }
            return;
        }
        FieldValue value = new FieldValue(field, name, bound -> number(bound, submitted, place));
        result.put(field.key(), value.typed(raw));
    }

    private void takeGroup(Field group, Map<String, Object> submitted, Place place, Map<String, Object> result) {
        if (group.key().isEmpty()) {
            for (Field child : group.children()) {
                take(child, submitted, place, result);
            }
            return;
        }
        Object raw = submitted.get(group.key());
        Map<String, Object> inner = isEmpty(raw) ? Map.of() : object(group, place.of(group.key()), raw);
        Map<String, Object> typed = typed(group.children(), inner, new Place(place.of(group.key()) + ".", place.row()));
        if (!typed.isEmpty()) {
            result.put(group.key(), typed);
        }
    }

    private void takeRows(Field list, Map<String, Object> submitted, Place place, Map<String, Object> result) {
        Object raw = submitted.get(list.key());
        if (isEmpty(raw)) {
            return;
        }
        String name = place.of(list.key());
        if (!(raw instanceof Collection<?> rows)) {
            throw new BadInput(name, "engine.form.type.list", list.label(), FieldValue.shown(raw));
        }
        if (rows.size() > FieldValue.MOST_ROWS) {
            throw new BadInput(name, "engine.form.rows", list.label(), FieldValue.MOST_ROWS);
        }
        List<Map<String, Object>> typed = new ArrayList<>();
        for (Object row : rows) {
            String rowName = name + "[" + (typed.size() + 1) + "].";
            Map<String, Object> values = object(list, name, row);
            typed.add(typed(list.children(), values, new Place(rowName, values)));
        }
        result.put(list.key(), typed);
    }

    private static Map<String, Object> object(Field field, String name, Object raw) {
        if (!(raw instanceof Map<?, ?> map)) {
            throw new BadInput(name, "engine.form.type.object", field.label(), FieldValue.shown(raw));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
    }

    /** Whether a field at the top of the form is not asked for, given what was filled in. */
    boolean isHidden(Field field, Map<String, Object> submitted) {
        return isHidden(field, submitted, new Place("", Map.of()));
    }

    private boolean isHidden(Field field, Map<String, Object> submitted, Place place) {
        return field.isHideable() && Boolean.TRUE.equals(feel.evaluate(field.hide(), names(submitted, place)));
    }

    private String number(String bound, Map<String, Object> submitted, Place place) {
        if (!bound.startsWith("=")) {
            return bound;
        }
        Object value = feel.evaluate(bound.substring(1), names(submitted, place));
        return value == null ? null : value.toString();
    }

    /** What a condition may name: the process's variables, what was filled in, and nearest the row it stands in. */
    private Map<String, Object> names(Map<String, Object> submitted, Place place) {
        Map<String, Object> names = new HashMap<>(variables);
        for (String name : schema.names()) {
            names.putIfAbsent(name, null);
        }
        names.putAll(submitted);
        names.putAll(place.row());
        return names;
    }

    private static boolean isEmpty(Object raw) {
        return raw == null
                || (raw instanceof String text && text.isBlank())
                || (raw instanceof Collection<?> items && items.isEmpty())
                || (raw instanceof Map<?, ?> object && object.isEmpty());
    }
}
