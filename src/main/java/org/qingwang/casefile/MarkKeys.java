package org.qingwang.casefile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a mark is recognised: by its registration number, by its name, or by either. */
final class MarkKeys {

    private MarkKeys() {}

    /** @return zero to two keys; two complaints are about the same mark if they share one */
    static List<String> of(String registrationNo, String rightName) {
        List<String> keys = new ArrayList<>(2);
        addIfTelling(keys, "no:", registrationNo);
        addIfTelling(keys, "name:", rightName);
        return List.copyOf(keys);
    }

    private static void addIfTelling(List<String> keys, String kind, String text) {
        if (text == null) {
            return;
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
        if (!folded.isEmpty()) {
            keys.add(kind + folded);
        }
    }
}
