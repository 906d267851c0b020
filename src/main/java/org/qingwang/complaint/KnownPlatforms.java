package org.qingwang.complaint;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The platforms of {@code complaint/platforms.csv}. */
final class KnownPlatforms {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Map<String, Platform> BY_DOMAIN = new HashMap<>();
    private static final Map<String, Platform> BY_NAME = new HashMap<>();

    static {
        ResourceTable.read("platforms.csv").stream()
                .map(KnownPlatforms::platform)
                .forEach(KnownPlatforms::add);
    }

    private KnownPlatforms() {}

    static Optional<Platform> ofHost(String host) {
        if (host == null) {
            return Optional.empty();
        }
        for (String domain = host; !domain.isEmpty(); domain = parent(domain)) {
            Platform platform = BY_DOMAIN.get(domain);
            if (platform != null) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }

    static Optional<Platform> ofName(String name) {
        return Optional.ofNullable(name).map(KnownPlatforms::folded).map(BY_NAME::get);
    }

    private static Platform platform(NamedCsvRecord row) {
        String region = row.getField("region");
        return new Platform(
                row.getField("key"),
                Platform.Kind.valueOf(row.getField("kind")),
                row.getField("english"),
                row.getField("chinese"),
                region.isEmpty() ? null : region,
                ResourceTable.words(row.getField("domains")),
                ResourceTable.words(row.getField("names")));
    }

    private static void add(Platform platform) {
        platform.domains().forEach(domain -> BY_DOMAIN.put(domain, platform));
        platform.domains().forEach(domain -> BY_NAME.putIfAbsent(domain, platform));
        platform.otherNames().forEach(name -> BY_NAME.put(folded(name), platform));
        for (String name : List.of(platform.key(), platform.englishName(), platform.chineseName())) {
            BY_NAME.put(folded(name), platform);
        }
    }

    private static String parent(String domain) {
        return domain.substring(domain.indexOf('.') + 1 == 0 ? domain.length() : domain.indexOf('.') + 1);
    }

    private static String folded(String name) {
        return BLANKS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
