package org.qingwang.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Forms one answer of which may be given to many tasks. Each says so by itself, under {@code properties}: {@code
 * "forMany": {"fields": [...], "not": ["field=value"]}} names the fields that may say the same for all, and the values
 * that may not be chosen so. A form that says nothing asks for what differs from case to case.
 */
@Component
public class FormsForMany {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, DrawnForm> forms = new TreeMap<>();

    FormsForMany(ResourcePatternResolver resources, @Lazy ProcessEngine engine) {
        Feel feel = DrawnForms.feelOf(engine);
        try {
            for (Resource file : resources.getResources("classpath*:forms/**/*.form")) {
                JsonNode form = JSON.readTree(file.getContentAsByteArray());
                if (form.path("properties").has("forMany")) {
                    forms.put(form.path("id").asText(), drawn(form, feel));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the forms on the class path", e);
        }
    }

    /** @return the fields that may be answered for many tasks at once; empty if each is to be answered by itself */
    public Optional<DrawnForm> of(String formId) {
        return Optional.ofNullable(formId).map(forms::get);
    }

    /** Ids of the forms that have such an answer. */
    public Set<String> ids() {
        return Set.copyOf(forms.keySet());
    }

    /** @throws IllegalStateException if the form names what it does not have, or could not be answered so */
    static DrawnForm drawn(JsonNode form, Feel feel) {
        JsonNode forMany = form.path("properties").path("forMany");
        FormSchema schema = FormSchema.parse(form.toString());
        Set<String> fields = texts(forMany.path("fields"));
        Set<String> without = texts(forMany.path("not"));
        requireKnown(schema, fields, without);
        for (Field field : schema.fields()) {
            if (!fields.contains(field.key())) {
                requireDispensable(schema, field);
                without.add(field.key());
            }
        }
        for (JsonNode component : form.path("components")) {
            if (FieldType.of(component.path("type").asText()).orElseThrow().isPresentation()) {
                without.add(component.path("id").asText());
            }
        }
        return new DrawnForm(form, without, feel);
    }

    private static void requireKnown(FormSchema schema, Set<String> fields, Set<String> without) {
        Set<String> unknown = new TreeSet<>(fields);
        unknown.removeAll(schema.names());
        without.stream()
                .filter(value -> schema.fields().stream().noneMatch(field -> isOption(field, value)))
                .forEach(unknown::add);
        if (fields.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException("form " + schema.id() + ": forMany names no field of it: " + unknown);
        }
    }

    private static boolean isOption(Field field, String value) {
        return field.options().keySet().stream().anyMatch(option -> value.equals(field.key() + "=" + option));
    }

    private static void requireDispensable(FormSchema schema, Field field) {
        if (field.rules().required() && !field.isHideable() && !field.readOnly()) {
            throw new IllegalStateException("form " + schema.id() + ": forMany leaves out " + field.key()
                    + ", without which it is never taken");
        }
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
