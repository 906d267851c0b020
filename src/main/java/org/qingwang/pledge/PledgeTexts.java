package org.qingwang.pledge;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qingwang.common.StrictYaml;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All versions of all pledge texts, read once from {@code pledge/*.yaml}. What cannot be right stops the start. */
@Component
public class PledgeTexts {

    private final Map<String, PledgeText> byReference;

    PledgeTexts() throws IOException {
        this(new PathMatchingResourcePatternResolver().getResources("classpath*:/pledge/*.yaml"));
    }

    PledgeTexts(Resource... files) throws IOException {
        byReference = new TreeMap<>();
        for (Resource file : files) {
            PledgeText text = StrictYaml.read(file, PledgeText.class, "pledge text");
            if (byReference.put(text.reference(), text) != null) {
                throw new IllegalStateException(file.getFilename() + ": " + text.reference() + " exists already");
            }
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
