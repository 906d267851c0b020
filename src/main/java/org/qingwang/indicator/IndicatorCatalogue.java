package org.qingwang.indicator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.common.StrictYaml;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All indicators and the sets they come in, read once from {@code indicator/*.yaml}. A campaign begins with a set and adds
 * indicators of others by their keys. What cannot be right stops the start.
 */
@Component
public class IndicatorCatalogue {

    private final List<IndicatorSet> sets;
    private final Map<String, Indicator> byKey = new LinkedHashMap<>();

    IndicatorCatalogue() throws IOException {
        this(new PathMatchingResourcePatternResolver().getResources("classpath*:/indicator/*.yaml"));
    }

    IndicatorCatalogue(Resource... files) throws IOException {
        List<IndicatorSet> read = new ArrayList<>();
        for (Resource file : files) {
            IndicatorSet set = StrictYaml.read(file, IndicatorSet.class, "indicator set");
            read.add(set);
            for (Indicator one : set.indicators()) {
                if (byKey.put(one.key(), one) != null) {
                    throw new IllegalStateException(file.getFilename() + ": " + one.key() + " exists already");
                }
            }
        }
        sets = List.copyOf(read);
    }

    public List<IndicatorSet> sets() {
        return sets;
    }

    public Optional<IndicatorSet> set(String id) {
        return sets.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    public Optional<Indicator> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /**
     * @return the indicators with these keys, in the order of the keys
     * @throws java.util.NoSuchElementException if one is unknown
     */
    public List<Indicator> all(Collection<String> keys) {
        return keys.stream().map(key -> find(key).orElseThrow()).toList();
    }
}
