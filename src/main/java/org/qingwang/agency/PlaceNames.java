package org.qingwang.agency;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of regions and jurisdictions in the reader's language. Pages reach it as {@code @places}. */
@Component("places")
public class PlaceNames {

    private static final Pattern CODE = Pattern.compile("\\d{6}");

    private final Regions regions;

    /** Regions are data of a release: read once, when first asked. */
    private volatile Map<String, Region> byProvince = Map.of();

    PlaceNames(Regions regions) {
        this.regions = regions;
    }

    /** Whether a six-digit code of GB/T 2260 is a province we know, or a place in one. */
    public boolean isKnown(String code) {
        return province(code).isPresent();
    }

    /** The province a code lies in, by name; the code itself if it is none we know. */
    public String region(String code) {
        return province(code).map(PlaceNames::name).orElse(code);
    }

    /** For example {@code Customs, Zhejiang}. */
    public String jurisdiction(Jurisdiction jurisdiction) {
        Agency agency = jurisdiction.agency();
        String place = region(jurisdiction.region());
        return isChinese() ? place + agency.chineseName() : agency.englishName() + ", " + place;
    }

    private Optional<Region> province(String code) {
        if (code == null || !CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        if (byProvince.isEmpty()) {
            byProvince = regions.all().stream()
                    .collect(Collectors.toUnmodifiableMap(region -> prefix(region.code()), Function.identity()));
        }
        return Optional.ofNullable(byProvince.get(prefix(code)));
    }

    private static String prefix(String code) {
        return code.substring(0, 2);
    }

    private static String name(Region region) {
        return isChinese() ? region.chineseName() : region.englishName();
    }

    private static boolean isChinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh");
    }
}
