package org.qingwang.complaint;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of a listing's address without what only tracks the visitor, in one order. */
final class ListingQuery {

    private static final Predicate<String> TRACKS_EVERYWHERE = tracking("everywhere");
    private static final Predicate<String> TRACKS_ON_PLATFORMS = TRACKS_EVERYWHERE.or(tracking("platform"));

    private static final ListingQuery NONE = new ListingQuery(List.of());

    private final List<String> parameters;

    private ListingQuery(List<String> parameters) {
        this.parameters = parameters;
    }

    /** @param onPlatform whether the host is one of a known platform, where more names are known to track */
    static ListingQuery of(String query, boolean onPlatform) {
        if (query.isEmpty()) {
            return NONE;
        }
        Predicate<String> tracks = onPlatform ? TRACKS_ON_PLATFORMS : TRACKS_EVERYWHERE;
        return new ListingQuery(Stream.of(query.split("&"))
                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("="))
                .filter(parameter -> !tracks.test(name(parameter).toLowerCase(Locale.ROOT)))
                .map(Percent::normalised)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList());
    }

    /** @return the first value of a parameter, decoded */
    Optional<String> value(String name) {
        return parameters.stream()
                .filter(parameter -> name(parameter).equalsIgnoreCase(name) && parameter.indexOf('=') > 0)
                .map(parameter -> Percent.decoded(parameter.substring(parameter.indexOf('=') + 1)))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** @return the query with its question mark; empty if nothing is left of it */
    @Override
    public String toString() {
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return Percent.decoded(equals < 0 ? parameter : parameter.substring(0, equals));
    }

    private static Predicate<String> tracking(String scope) {
        Set<String> names = new HashSet<>();
        List<String> beginnings = new ArrayList<>();
        for (NamedCsvRecord row : ResourceTable.read("tracking-parameters.csv")) {
            String parameter = row.getField("parameter");
            if (!row.getField("scope").equals(scope)) {
                continue;
            }
            if (parameter.endsWith("*")) {
                beginnings.add(parameter.substring(0, parameter.length() - 1));
            } else {
                names.add(parameter);
            }
        }
        return name -> names.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }
}
