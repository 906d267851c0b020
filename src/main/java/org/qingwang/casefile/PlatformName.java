package org.qingwang.casefile;

import java.text.Normalizer;
import java.util.Locale;
import org.qingwang.complaint.Platform;

/** A platform's name made comparable. */
final class PlatformName {

    private PlatformName() {}

    /** @return the key of a known platform, else the name without spaces, punctuation and case; empty if there is none */
    static String key(String platform) {
        return Platform.ofName(platform).map(Platform::key).orElseGet(() -> folded(platform));
    }

    private static String folded(String platform) {
        return Normalizer.normalize(platform == null ? "" : platform, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
