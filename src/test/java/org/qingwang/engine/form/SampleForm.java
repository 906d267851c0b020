package org.qingwang.engine.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

/** Fills in any form so that the server has nothing to say against it, and spoils one field at a time. */
final class SampleForm {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    /** Texts that fit the patterns our forms ask for. */
    private static final List<String> TEXTS = List.of(
            "Sample text",
            "330000",
            "commerce-330000",
            "91330106MA2AX4Y05K",
            "CASE-2026-000001",
            "13800000000",
            "a@b.cn",
            "https://shop.example.com/item/1",
            "12345678",
            "2026-0001",
            "2026");

    private final FormSchema schema;

    SampleForm(FormSchema schema) {
        this.schema = schema;
    }

    /** One way to spoil a form. */
    record Spoiled(String how, Field field, Map<String, Object> values) {}

    static Object feel(String expression, Map<String, Object> names) {
        return FEEL.evaluateSimpleExpression(
                expression, Variables.fromMap(names).asVariableContext());
    }

    /** Every top-level field, filled in as the form asks. */
    Map<String, Object> filledIn() {
        return filledIn(schema.fields());
    }

    private static Map<String, Object> filledIn(List<Field> fields) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.readOnly() || field.type() == FieldType.EXPRESSION) {
                continue;
            }
            if (field.key().isEmpty()) {
                values.putAll(filledIn(field.children()));
            } else {
                values.put(field.key(), sample(field));
            }
        }
        return values;
    }

    private static Object sample(Field field) {
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field);
            case NUMBER -> number(field);
            case CHECKBOX -> true;
            case RADIO, SELECT -> field.options().keySet().iterator().next();
            case CHECKLIST, TAGLIST ->
                List.of(field.options().keySet().iterator().next());
            case DATETIME ->
                switch (field.subtype()) {
                    case "date" -> "2026-11-20";
                    case "time" -> "09:30";
                    default -> "2026-11-20T09:30+08:00";
                };
            case GROUP -> filledIn(field.children());
            case DYNAMICLIST -> List.of(filledIn(field.children()));
            default -> throw new IllegalStateException("no sample for " + field);
        };
    }

    private static String text(Field field) {
        Field.Rules rules = field.rules();
        for (String text : TEXTS) {
            int least = rules.minLength() == null ? 0 : rules.minLength();
            String candidate = text.length() < least && rules.pattern() == null ? text.repeat(least) : text;
            boolean fits = (rules.maxLength() == null || candidate.length() <= rules.maxLength())
                    && candidate.length() >= least
                    && (rules.pattern() == null
                            || rules.pattern().matcher(candidate).find());
            if (fits) {
                return candidate;
            }
        }
        throw new IllegalStateException("add a text to TEXTS that fits " + field);
    }

    private static Object number(Field field) {
        Field.Rules rules = field.rules();
        String value = rules.min() != null && !rules.min().startsWith("=") ? rules.min() : "1";
        if (rules.max() != null
                && !rules.max().startsWith("=")
                && new BigDecimal(value).compareTo(new BigDecimal(rules.max())) > 0) {
            value = rules.max();
        }
        return rules.asText() ? value : new BigDecimal(value);
    }

    /** Each field the person would see, spoiled in every way that applies, in a form that is right otherwise. */
    List<Spoiled> spoiled() {
        List<Spoiled> spoiled = new ArrayList<>();
        Map<String, Object> unknown = filledIn();
        unknown.put("nobodyAskedForThis", "x");
        spoiled.add(new Spoiled("unknown name", null, unknown));
        for (Field field : visible(schema.fields())) {
            spoil(field, spoiled);
        }
        return spoiled;
    }

    private static List<Field> visible(List<Field> fields) {
        List<Field> visible = new ArrayList<>();
        for (Field field : fields) {
            if (field.key().isEmpty()) {
                field.children().stream()
                        .map(child -> new Field(
                                child.key(),
                                child.type(),
                                child.subtype(),
                                child.label(),
                                child.readOnly(),
                                child.isHideable() ? child.hide() : field.hide(),
                                child.rules(),
                                child.options(),
                                child.children()))
                        .filter(child -> !child.key().isEmpty())
                        .forEach(visible::add);
            } else {
                visible.add(field);
            }
        }
        visible.removeIf(field -> field.readOnly() || field.type() == FieldType.EXPRESSION);
        return visible;
    }

    private void spoil(Field field, List<Spoiled> spoiled) {
        Map<String, Object> base = shown(field);
        put(spoiled, "wrong type", field, base, wrongType(field));
        if (field.rules().required()) {
            put(spoiled, "missing", field, base, null);
        }
        if (field.type().isChoice()) {
            Object option = field.type() == FieldType.RADIO || field.type() == FieldType.SELECT
                    ? "no-such-option"
                    : List.of("no-such-option");
            put(spoiled, "unknown option", field, base, option);
        }
        spoilRange(field, base, spoiled);
    }

    private static void spoilRange(Field field, Map<String, Object> base, List<Spoiled> spoiled) {
        Field.Rules rules = field.rules();
        if (field.type() == FieldType.NUMBER
                && rules.min() != null
                && !rules.min().startsWith("=")) {
            put(
                    spoiled,
                    "below the least",
                    field,
                    base,
                    asSent(rules, new BigDecimal(rules.min()).subtract(BigDecimal.ONE)));
        }
        if (field.type() == FieldType.NUMBER
                && rules.max() != null
                && !rules.max().startsWith("=")) {
            put(spoiled, "above the most", field, base, asSent(rules, new BigDecimal(rules.max()).add(BigDecimal.ONE)));
        }
        if (rules.maxLength() != null) {
            put(spoiled, "too long", field, base, "x".repeat(rules.maxLength() + 1));
        }
        if (rules.minLength() != null && rules.minLength() > 1) {
            put(spoiled, "too short", field, base, "x".repeat(rules.minLength() - 1));
        }
    }

    private static Object asSent(Field.Rules rules, BigDecimal number) {
        return rules.asText() ? number.toPlainString() : number;
    }

    private static Object wrongType(Field field) {
        return switch (field.type()) {
            case NUMBER, CHECKBOX, CHECKLIST, TAGLIST, DATETIME, GROUP, DYNAMICLIST -> "not of this type";
            default -> Map.of("not", "of this type");
        };
    }

    private static void put(List<Spoiled> spoiled, String how, Field field, Map<String, Object> base, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(base);
        values.put(field.key(), value);
        spoiled.add(new Spoiled(how, field, values));
    }

    /** A filled-in form in which this field is shown: another choice elsewhere may be what shows it. */
    private Map<String, Object> shown(Field field) {
        Map<String, Object> base = filledIn();
        if (isShown(field, base)) {
            return base;
        }
        for (Field other : visible(schema.fields())) {
            for (Object choice : choices(other)) {
                Map<String, Object> tried = new LinkedHashMap<>(base);
                tried.put(other.key(), choice);
                if (isShown(field, tried)) {
                    return tried;
                }
            }
        }
        throw new IllegalStateException("no single choice shows field " + field.key() + " of " + schema.id());
    }

    private static boolean isShown(Field field, Map<String, Object> values) {
        return !field.isHideable() || !Boolean.TRUE.equals(feel(field.hide(), values));
    }

    private static List<Object> choices(Field field) {
        return switch (field.type()) {
            case RADIO, SELECT -> new ArrayList<>(field.options().keySet());
            case CHECKLIST, TAGLIST ->
                new ArrayList<>(field.options().keySet().stream().map(List::of).toList());
            case CHECKBOX -> List.of(true, false);
            default -> List.of();
        };
    }
}
