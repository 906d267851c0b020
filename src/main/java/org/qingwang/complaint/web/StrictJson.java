package org.qingwang.complaint.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.stream.Collectors;
import org.qingwang.common.BadInput;

/** Reads JSON from other systems to the letter: a misspelt property is told, not passed over. */
final class StrictJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson() {}

    /** @throws BadInput naming the property at fault, or none if it is no JSON */
    static <T> T read(byte[] json, Class<T> type) {
        ObjectReader reader = MAPPER.readerFor(type).without(JsonParser.Feature.ALLOW_COMMENTS);
        try {
            T read = reader.readValue(json);
            if (read == null) {
                throw new BadInput("", "api.json.form");
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            throw new BadInput(path(e), "api.json.unknown", e.getPropertyName());
        } catch (InvalidFormatException e) {
            throw new BadInput(path(e), "api.json.value", shown(e.getValue()), wanted(e));
        } catch (JsonMappingException e) {
            throw new BadInput(path(e), path(e).isEmpty() ? "api.json.form" : "api.json.type");
        } catch (JsonProcessingException e) {
            throw new BadInput("", "api.json.form");
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String wanted(InvalidFormatException failure) {
        Class<?> type = failure.getTargetType();
        if (type.isEnum()) {
            return java.util.Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
        }
        return type == java.time.LocalDate.class ? "2026-11-03" : "1299.50";
    }

    private static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
