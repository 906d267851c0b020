package org.qingwang.pledge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All versions of all pledge texts, read once from {@code pledge/*.yaml}. What cannot be right stops the start. */
@Component
public class PledgeTexts {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, PledgeText> byReference;

    PledgeTexts() throws IOException {
        this(new PathMatchingResourcePatternResolver().getResources("classpath*:/pledge/*.yaml"));
    }

    PledgeTexts(Resource... files) throws IOException {
        byReference = new TreeMap<>();
        for (Resource file : files) {
            PledgeText text = read(file);
            if (byReference.put(text.reference(), text) != null) {
                throw new IllegalStateException(file.getFilename() + ": " + text.reference() + " exists already");
            }
        }
    }

    private static PledgeText read(Resource file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try (InputStream yaml = file.getInputStream()) {
            return STRICT.convertValue(new Yaml(new SafeConstructor(options)).load(yaml), PledgeText.class);
        } catch (RuntimeException e) {
            throw new IllegalStateException(file.getFilename() + " is no pledge text: " + e.getMessage(), e);
        }
    }

    /** @throws java.util.NoSuchElementException if no file has this version */
    public PledgeText get(String reference) {
        return find(reference).orElseThrow();
    }

    public Optional<PledgeText> find(String reference) {
        return Optional.ofNullable(byReference.get(reference == null ? "" : reference));
    }

    /** @return the newest version of each text */
    public List<PledgeText> newest() {
        return byReference.values().stream()
                .filter(text -> byReference.values().stream()
                        .noneMatch(other -> other.id().equals(text.id()) && other.version() > text.version()))
                .sorted(Comparator.comparing(PledgeText::id))
                .toList();
    }
}
