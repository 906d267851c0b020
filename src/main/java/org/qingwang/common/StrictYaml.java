package org.qingwang.common;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a file of this product's own data into a record: a name too many, a name twice or an alias is an error. */
public final class StrictYaml {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StrictYaml() {}

    /**
     * @param what what the file should be, for the message
     * @throws IllegalStateException if it is not, which names the file and says why
     */
    public static <T> T read(Resource file, Class<T> type, String what) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try (InputStream yaml = file.getInputStream()) {
            return STRICT.convertValue(new Yaml(new SafeConstructor(options)).load(yaml), type);
        } catch (RuntimeException e) {
            throw new IllegalStateException(file.getFilename() + " is no " + what + ": " + e.getMessage(), e);
        }
    }
}
