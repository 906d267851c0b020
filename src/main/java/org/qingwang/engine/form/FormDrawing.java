package org.qingwang.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.engine.form.DrawnPart.Kind;

/** Turns the components of a {@code .form} file into pieces a page can draw. */
final class FormDrawing {

    private final Map<String, Field> fields;
    private final Function<Field, Optional<DrawnPart.Asked>> asked;
    private final List<DrawnPart> parts = new ArrayList<>();

    private FormDrawing(FormSchema schema, Function<Field, Optional<DrawnPart.Asked>> asked) {
        this.fields = schema.fields().stream().collect(Collectors.toMap(Field::key, Function.identity()));
        this.asked = asked;
    }

    /** @throws IllegalStateException if the form holds what cannot be filled in without scripts */
    static List<DrawnPart> parts(
            JsonNode components,
            FormSchema schema,
            Set<String> without,
            Function<Field, Optional<DrawnPart.Asked>> asked) {
        FormDrawing drawing = new FormDrawing(schema, asked);
        components.forEach(component -> {
            if (!without.contains(component.path("id").asText())) {
                drawing.add(component);
            }
        });
        drawing.dropLastHeadingWithoutFields();
        return List.copyOf(drawing.parts);
    }

    private void add(JsonNode component) {
        FieldType type = FieldType.of(component.path("type").asText()).orElseThrow();
        if (type == FieldType.TEXT) {
            addText(component.path("text").asText());
        } else if (!type.isPresentation()) {
            Field field = fields.get(component.path("key").asText());
            if (field != null) {
                parts.add(part(component, field));
            }
        }
    }

    private void addText(String text) {
        boolean heading = text.startsWith("#");
        if (heading) {
            dropLastHeadingWithoutFields();
        }
        parts.add(words(heading ? Kind.HEADING : Kind.TEXT, text.replaceFirst("^#+\\s*", "")));
    }

    /** Its fields were left out. */
    private void dropLastHeadingWithoutFields() {
        if (!parts.isEmpty() && parts.get(parts.size() - 1).kind() == Kind.HEADING) {
            parts.remove(parts.size() - 1);
        }
    }

    private static DrawnPart words(Kind kind, String text) {
        return new DrawnPart(
                kind, "", new Label(text), null, null, null, false, null, null, null, null, List.of(), null);
    }

    private DrawnPart part(JsonNode component, Field field) {
        Field.Rules rules = field.rules();
        return new DrawnPart(
                kind(field),
                field.key(),
                field.label(),
                label(component.path("description")),
                text(component.path("properties").path("autocomplete")),
                label(component.path("appearance").path("suffixAdorner")),
                rules.required(),
                rules.maxLength(),
                bound(rules.min()),
                bound(rules.max()),
                rules.decimals(),
                field.options().entrySet().stream()
                        .map(option -> new DrawnPart.Option(option.getKey(), new Label(option.getValue())))
                        .toList(),
                asked.apply(field).orElse(null));
    }

    private static Label label(JsonNode text) {
        return text(text) == null ? null : new Label(text(text));
    }

    private static String text(JsonNode text) {
        return text.asText("").isBlank() ? null : text.asText();
    }

    /** A bound in FEEL is checked when the form comes back. */
    private static String bound(String bound) {
        return bound == null || bound.startsWith("=") ? null : bound;
    }

    private static Kind kind(Field field) {
        return switch (field.type()) {
            case TEXTFIELD -> Kind.LINE;
            case TEXTAREA -> Kind.LINES;
            case NUMBER -> Kind.NUMBER;
            case SELECT -> Kind.SELECT;
            case RADIO -> Kind.RADIO;
            case CHECKBOX -> Kind.BOX;
            case CHECKLIST, TAGLIST -> Kind.BOXES;
            case DATETIME ->
                switch (field.subtype()) {
                    case "date" -> Kind.DATE;
                    case "time" -> Kind.TIME;
                    default -> Kind.MOMENT;
                };
            default -> throw new IllegalStateException(field.key() + " cannot be filled in without scripts");
        };
    }
}
