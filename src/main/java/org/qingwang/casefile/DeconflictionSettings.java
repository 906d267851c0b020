package org.qingwang.casefile;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far deconfliction looks, {@code qingwang.deconfliction.*}.
 *
 * @param similarity from which trigram similarity (0 to 1) two sellers' names count as alike
 * @param maxMatches how many likely cases are offered at most
 */
@ConfigurationProperties("qingwang.deconfliction")
record DeconflictionSettings(
        @DefaultValue("0.4") double similarity,
        @DefaultValue("8") int maxMatches) {

    DeconflictionSettings {
        if (similarity <= 0 || similarity > 1) {
            throw new IllegalArgumentException("qingwang.deconfliction.similarity must lie above 0 and not above 1");
        }
        if (maxMatches < 1 || maxMatches > 50) {
            throw new IllegalArgumentException("qingwang.deconfliction.max-matches must lie between 1 and 50");
        }
    }
}
