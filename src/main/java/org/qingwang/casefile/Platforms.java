package org.qingwang.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Where platforms have their domicile, read from {@code casefile/platforms.yaml}. */
@Component
class Platforms {

    private final Map<String, String> domiciles = new HashMap<>();

    Platforms(@Value("classpath:casefile/platforms.yaml") Resource file) {
        try (InputStream content = file.getInputStream()) {
            List<Map<String, Object>> platforms = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
            platforms.forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Map<String, Object> platform) {
        String domicile = platform.get("domicile").toString();
        for (Object name : (List<?>) platform.get("names")) {
            domiciles.put(PlatformName.key(name.toString()), domicile);
        }
    }

    /**
     * @param platform the platform's name as a complaint gives it, or null
     * @return the province of its operator's domicile; empty if the platform is not known
     */
    Optional<String> domicileOf(String platform) {
        return Optional.ofNullable(domiciles.get(PlatformName.key(platform)));
    }
}
