package org.qingwang.law;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the files under {@code law/} and {@code calendar/}. A misspelt name in one of them stops the start. */
final class LawFiles {

    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private LawFiles() {}

    static <T> T read(String resource, Class<T> type) {
        return find(resource, type).orElseThrow(() -> new IllegalStateException("missing law file " + resource));
    }

    static <T> Optional<T> find(String resource, Class<T> type) {
        try (InputStream file = LawFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return file == null ? Optional.empty() : Optional.of(YAML.readValue(file, type));
        } catch (IOException e) {
            throw new IllegalStateException("cannot read law file " + resource + ": " + e.getMessage(), e);
        }
    }
}
