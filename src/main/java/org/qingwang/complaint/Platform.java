package org.qingwang.complaint;

import java.util.Optional;
import java.util.Set;

/**
 * A place on the internet where goods are offered, recognised by its domain or by what people call it.
 *
 * @param key stable short name, kept in tables
 * @param kind whether it runs shops or carries pages that sell
 * @param englishName its name in English
 * @param chineseName its name in Chinese
 * @param operatorRegion six-digit GB/T 2260 code of the province where the operator is registered; null if the operator
 *     is not in mainland China or publishes no address
 * @param domains its domains; hosts below them belong to it too
 * @param otherNames what else people call it, in lower case
 */
public record Platform(
        String key,
        Kind kind,
        String englishName,
        String chineseName,
        String operatorRegion,
        Set<String> domains,
        Set<String> otherNames) {

    /** What a platform is to the E-Commerce Law: art. 9 operators answer for their shops, social pages only may. */
    public enum Kind {
        MARKETPLACE,
        SOCIAL
    }

    public Platform {
        domains = Set.copyOf(domains);
        otherNames = Set.copyOf(otherNames);
    }

    /** @return the province where the operator is registered, if known */
    public Optional<String> domicile() {
        return Optional.ofNullable(operatorRegion);
    }

    /** @return the platform a host belongs to; a shop's own site belongs to none */
    public static Optional<Platform> ofHost(String host) {
        return KnownPlatforms.ofHost(host);
    }

    /** @return the platform people mean by a name in any language or case, for example 淘宝网 or TAOBAO */
    public static Optional<Platform> ofName(String name) {
        return KnownPlatforms.ofName(name);
    }
}
