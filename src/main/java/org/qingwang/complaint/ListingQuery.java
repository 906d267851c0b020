package org.qingwang.complaint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of a listing's address without what only tracks the visitor, in one order. */
final class ListingQuery {

    private static final Predicate<String> TRACKS_EVERYWHERE = tracking("everywhere");
    private static final Predicate<String> TRACKS_ON_PLATFORMS = TRACKS_EVERYWHERE.or(tracking("platform"));

    private final List<String> parameters;

    private ListingQuery(List<String> parameters) {
        this.parameters = parameters;
    }

    /** @param onPlatform whether the host is one of a known platform, where more names are known to track */
    static ListingQuery of(String query, boolean onPlatform) {
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
        return ResourceTable.read("tracking-parameters.csv").stream()
                .filter(row -> row.getField("scope").equals(scope))
                .map(row -> Pattern.quote(row.getField("parameter")).replace("*", "\\E.*\\Q"))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("|"), names -> Pattern.compile(names).asMatchPredicate()));
    }
}
