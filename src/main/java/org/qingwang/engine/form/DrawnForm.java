package org.qingwang.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingwang.common.BadInput;

/**
 * A form of ours drawn by another page than Tasklist: on the server, without scripts, for somebody who has no account.
 * What comes back is held against the same file, by the same check.
 */
public final class DrawnForm {

    /** Times of day without a zone are China's. */
    private static final String CHINA = "+08:00";

    private static final String SECONDS = ":00";
    private static final int WITHOUT_SECONDS = "2026-11-23T09:30".length();

    private final FormSchema schema;
    private final Feel feel;
    private final List<DrawnPart> parts;

    /**
     * @param json the {@code .form} file
     * @param without fields the page fills in by itself, ids of headings it needs not, and values nobody may choose there,
     *     written {@code field=value}
     */
    DrawnForm(JsonNode json, Set<String> without, Feel feel) {
        FormSchema whole = FormSchema.parse(json.toString());
        this.schema = new FormSchema(
                whole.id(),
                whole.fields().stream()
                        .filter(field -> !without.contains(field.key()))
                        .map(field -> narrowed(field, without))
                        .toList());
        this.feel = feel;
        this.parts = FormDrawing.parts(json.path("components"), schema, without, this::asked);
    }

    /**
     * What somebody filled in.
     *
     * @param values typed values by name
     * @param refusals what does not hold, in the order of the page
     */
    public record Filled(Map<String, Object> values, List<BadInput> refusals) {

        public Filled {
            refusals = List.copyOf(refusals);
        }

        /** @return the values as a record whose components are called as the form's fields are */
        public <T extends Record> T as(Class<T> type) {
            return FormRecords.of(type, values);
        }
    }

    /** The pieces in the order of the page. */
    public List<DrawnPart> parts() {
        return parts;
    }

    /** The parts of what a browser sent that belong to this form, as they came. */
    public Map<String, List<String>> own(Map<String, List<String>> sent) {
        Map<String, List<String>> own = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            List<String> values = sent.getOrDefault(field.key(), List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                own.put(field.key(), values);
            }
        }
        return own;
    }

    /** What Tasklist would have sent for what a browser sent: only fields of this form, without what was left empty. */
    public Map<String, Object> submission(Map<String, List<String>> sent) {
        Map<String, Object> submission = submitted(sent);
        submission.values().removeIf(value -> !isFilledIn(value));
        return submission;
    }

    private Map<String, Object> submitted(Map<String, List<String>> sent) {
        Map<String, Object> submitted = new LinkedHashMap<>();
        for (Field field : schema.fields()) {
            List<String> values = sent.getOrDefault(field.key(), List.of());
            if (!values.isEmpty()) {
                submitted.put(field.key(), submitted(field, values));
            }
        }
        return submitted;
    }

    /** Holds what a browser sent against the form, all fields of it. */
    public Filled check(Map<String, List<String>> sent) {
        Map<String, Object> submitted = submitted(sent);
        List<BadInput> refusals = new ArrayList<>();
        FormCheck check = new FormCheck(schema, feel, Map.of(), refusals::add);
        Map<String, Object> typed = check.typed(submitted);
        for (Field field : schema.fields()) {
            if (isFilledIn(submitted.get(field.key())) && check.isHidden(field, submitted)) {
                refusals.add(new BadInput(field.key(), "form.notAsked", field.label()));
            }
        }
        return new Filled(typed, refusals);
    }

    private static boolean isFilledIn(Object value) {
        return !(value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> chosen && chosen.isEmpty());
    }

    /** What Tasklist would have sent for it. */
    private static Object submitted(Field field, List<String> values) {
        String first = values.get(0);
        return switch (field.type()) {
            case NUMBER -> number(first);
            case CHECKBOX -> Boolean.TRUE;
            case CHECKLIST, TAGLIST -> values;
            case DATETIME -> field.subtype().equals("datetime") ? moment(first) : first;
            default -> first;
        };
    }

    /** What is no number is refused by the check, in the words of the form. */
    private static Object number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }

    private static String moment(String local) {
        return (local.length() == WITHOUT_SECONDS ? local + SECONDS : local) + CHINA;
    }

    private static Field narrowed(Field field, Set<String> without) {
        Map<String, String> options = new LinkedHashMap<>(field.options());
        options.keySet().removeIf(value -> without.contains(field.key() + "=" + value));
        return new Field(
                field.key(),
                field.type(),
                field.subtype(),
                field.label(),
                field.readOnly(),
                field.hide(),
                field.rules(),
                options,
                field.children());
    }

    /**
     * In which cases a field is asked for, found out by trying: the condition is evaluated for each value of the one
     * choice it depends on.
     */
    private Optional<DrawnPart.Asked> asked(Field field) {
        if (!field.isHideable()) {
            return Optional.empty();
        }
        return schema.fields().stream()
                .filter(other -> !other.options().isEmpty())
                .map(other -> askedWhere(field, other))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<DrawnPart.Asked> askedWhere(Field field, Field other) {
        List<Label> values = other.options().entrySet().stream()
                .filter(option -> !isHidden(field, Map.of(other.key(), option.getKey())))
                .map(option -> new Label(option.getValue()))
                .toList();
        boolean depends = !values.isEmpty() && values.size() < other.options().size();
        return depends ? Optional.of(new DrawnPart.Asked(other.label(), values)) : Optional.empty();
    }

    private boolean isHidden(Field field, Map<String, Object> filledIn) {
        Map<String, Object> names = new HashMap<>();
        schema.names().forEach(name -> names.put(name, null));
        names.putAll(filledIn);
        return Boolean.TRUE.equals(feel.evaluate(field.hide(), names));
    }
}
