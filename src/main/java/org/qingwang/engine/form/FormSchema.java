package org.qingwang.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a {@code .form} file asks for, as the server reads it. A file that holds something the server could not check is
 * refused as a whole, when it is deployed.
 *
 * @param id the form's id
 * @param fields what it submits, in the order of the page
 */
record FormSchema(String id, List<Field> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern EMAIL = Pattern.compile("^[^@\\s]+@[^@\\s]+$");
    private static final Pattern PHONE = Pattern.compile("^\\+?[0-9 ()-]{5,24}$");

    /** Ways to fill a list of options that only a browser with the process's variables could follow. */
    private static final List<String> UNCHECKABLE_OPTIONS = List.of("valuesKey", "valuesExpression");

    /**
     * @param json text of a {@code .form} file
     * @throws IllegalStateException if it is no form, or holds a component the server cannot check
     */
    static FormSchema parse(String json) {
        JsonNode root = read(json);
        String id = root.path("id").asText();
        if (id.isEmpty()) {
            throw new IllegalStateException("a form has no id");
        }
        return new FormSchema(id, fields(id, root.path("components")));
    }

    /** Names at the top level of a submission that the person fills in. */
    Set<String> writableNames() {
        Set<String> names = new TreeSet<>();
        collectNames(fields, names, true);
        return names;
    }

    /** All names at the top level of a submission. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        collectNames(fields, names, false);
        return names;
    }

    private static void collectNames(List<Field> fields, Set<String> names, boolean writableOnly) {
        for (Field field : fields) {
            boolean computed = field.readOnly() || field.type() == FieldType.EXPRESSION;
            if (field.key().isEmpty()) {
                collectNames(field.children(), names, writableOnly);
            } else if (!writableOnly || !computed) {
                names.add(field.key());
            }
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a form is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static List<Field> fields(String formId, JsonNode components) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode component : components) {
            String name = component.path("type").asText();
            FieldType type = FieldType.of(name)
                    .orElseThrow(() -> new IllegalStateException(
                            "form " + formId + " has a component of type " + name + ", which Tasklist cannot draw"));
            if (!type.isPresentation()) {
                fields.add(field(formId, type, component));
            }
        }
        return fields;
    }

    private static Field field(String formId, FieldType type, JsonNode component) {
        String key = key(type, component);
        String place = "form " + formId + ", field " + key;
        if (key.isEmpty() && type != FieldType.GROUP && type != FieldType.EXPRESSION) {
            throw new IllegalStateException("form " + formId + " has a " + type + " without a key");
        }
        if (key.contains(".")) {
            throw new IllegalStateException(place + ": use a group with a path instead of a dot");
        }
        String labelText = component
                .path(type == FieldType.DATETIME ? datetimeLabel(component) : "label")
                .asText(key);
        return new Field(
                key,
                type,
                component.path("subtype").asText(""),
                new Label(labelText.isBlank() ? key : labelText),
                readOnly(place, component),
                feel(component.path("conditional").path("hide").asText("")),
                rules(place, component),
                type.isChoice() ? options(place, component) : Map.of(),
                fields(formId, component.path("components")));
    }

    private static String datetimeLabel(JsonNode component) {
        return component.path("subtype").asText().equals("time") ? "timeLabel" : "dateLabel";
    }

    private static String key(FieldType type, JsonNode component) {
        boolean holder = type == FieldType.GROUP || type == FieldType.DYNAMICLIST;
        return component.path(holder ? "path" : "key").asText("");
    }

    private static boolean readOnly(String place, JsonNode component) {
        JsonNode readOnly = component.path("readonly");
        if (readOnly.isTextual() && !readOnly.asText().isEmpty()) {
            throw new IllegalStateException(place + ": readonly must be true or false, not an expression");
        }
        return readOnly.asBoolean() || component.path("disabled").asBoolean();
    }

    private static String feel(String expression) {
        return expression.startsWith("=") ? expression.substring(1).strip() : expression.strip();
    }

    private static Field.Rules rules(String place, JsonNode component) {
        JsonNode validate = component.path("validate");
        if (validate.path("required").isTextual()) {
            throw new IllegalStateException(place + ": required must be true or false, not an expression");
        }
        return new Field.Rules(
                validate.path("required").asBoolean(),
                text(validate.path("min")),
                text(validate.path("max")),
                length(place, validate.path("minLength")),
                length(place, validate.path("maxLength")),
                pattern(validate),
                component.path("decimalDigits").isNumber()
                        ? component.path("decimalDigits").intValue()
                        : null,
                component.path("serializeToString").asBoolean());
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isBlank() ? null : node.asText();
    }

    private static Integer length(String place, JsonNode node) {
        String text = text(node);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d+")) {
            throw new IllegalStateException(place + ": a length must be a number, not " + text);
        }
        return Integer.valueOf(text);
    }

    private static Pattern pattern(JsonNode validate) {
        return switch (validate.path("validationType").asText("")) {
            case "email" -> EMAIL;
            case "phone" -> PHONE;
            default -> {
                String pattern = text(validate.path("pattern"));
                yield pattern == null ? null : Pattern.compile(pattern);
            }
        };
    }

    private static Map<String, String> options(String place, JsonNode component) {
        for (String source : UNCHECKABLE_OPTIONS) {
            if (text(component.path(source)) != null) {
                throw new IllegalStateException(place + ": list the options under values, not " + source);
            }
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (JsonNode option : component.path("values")) {
            options.put(option.path("value").asText(), option.path("label").asText());
        }
        if (options.isEmpty()) {
            throw new IllegalStateException(place + " has no option to choose from");
        }
        return options;
    }
}
