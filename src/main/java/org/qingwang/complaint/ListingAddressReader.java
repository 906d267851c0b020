package org.qingwang.complaint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes one address apart as a browser would and puts it together in its one spelling. */
final class ListingAddressReader {

    private static final int DEEPEST_REDIRECT = 3;

    private static final Pattern PARTS =
            Pattern.compile("(https?)://([^/\\\\?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(?:.*@)?(\\[[^\\]]*\\]|[^:]*)(?::(\\d{0,5}))?");

    /** What is left of a search engine's redirect when somebody copied only its middle. */
    private static final Pattern REDIRECT_TAIL =
            Pattern.compile("(?:&|%26)(?:sa|ved|usg|ust)(?:=|%3D).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SESSION =
            Pattern.compile(";(?:jsessionid|phpsessid|sid)=.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SEARCH_ENGINE = Pattern.compile("google\\.(?:com|[a-z]{2}|com?\\.[a-z]{2})");

    /** Pages whose fragment is the page: a shop drawn by script, as in {@code #/goods/12}. */
    private static final Pattern ROUTE = Pattern.compile("!?/.+");

    private ListingAddressReader() {}

    static ListingAddress read(String address) {
        return read(withoutRedirectTail(address), address, DEEPEST_REDIRECT);
    }

    /** The middle of a redirect is itself encoded once more, so its own query hides in the path. */
    private static String withoutRedirectTail(String address) {
        if (address.indexOf('&') < 0 && !address.contains("%26")) {
            return address;
        }
        Matcher tail = REDIRECT_TAIL.matcher(address);
        boolean cut = tail.find() && address.lastIndexOf('?', tail.start()) < 0;
        return cut
                ? address.substring(0, tail.start())
                        .replaceAll("(?i)%3F", "?")
                        .replaceAll("(?i)%3D", "=")
                        .replaceAll("%26", "&")
                : address;
    }

    private static ListingAddress read(String address, String written, int redirectsLeft) {
        Matcher parts = PARTS.matcher(address);
        if (!parts.matches()) {
            throw ListingAddress.refused("listing.none", written);
        }
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            throw ListingAddress.refused("listing.host", written);
        }
        ListingHost host =
                ListingHost.of(authority.group(1)).orElseThrow(() -> ListingAddress.refused("listing.host", written));
        String query = parts.group(4) == null ? "" : parts.group(4);
        String path = path(parts.group(3));

        Optional<String> behind = redirectTarget(host, path, query);
        if (behind.isPresent()) {
            if (redirectsLeft == 0) {
                throw ListingAddress.refused("listing.redirect", written);
            }
            return read(target(behind.get(), written), written, redirectsLeft - 1);
        }
        String normalised = normalised(scheme(parts.group(1), authority.group(2), written), host, path, query)
                + route(parts.group(5));
        if (normalised.length() > ListingAddress.LONGEST) {
            throw ListingAddress.refused("listing.long", written);
        }
        return new ListingAddress(normalised, hostOf(normalised, host), host.registrable());
    }

    private static String normalised(Origin origin, ListingHost host, String path, String query) {
        Optional<Platform> platform = Platform.ofHost(host.name());
        ListingQuery parameters = ListingQuery.of(query, platform.isPresent());
        return platform.flatMap(known -> ListingForms.canonical(known, host, path, parameters))
                .orElseGet(() -> origin.of(host) + caseOf(path, platform) + parameters);
    }

    /** Account names of social pages do not differ by case; everywhere else a path may. */
    private static String caseOf(String path, Optional<Platform> platform) {
        boolean account = path.indexOf('/', 1) < 0
                && platform.filter(known ->
                                List.of("facebook", "instagram", "x", "tiktok").contains(known.key()))
                        .isPresent();
        return account ? path.toLowerCase(Locale.ROOT) : path;
    }

    private static Origin scheme(String scheme, String port, String written) {
        if (port == null || port.isEmpty()) {
            return new Origin("https", "");
        }
        int number = Integer.parseInt(port);
        if (number < 1 || number > 65_535) {
            throw ListingAddress.refused("listing.host", written);
        }
        boolean usual = number == (scheme.equals("http") ? 80 : 443);
        return usual ? new Origin("https", "") : new Origin(scheme, ":" + number);
    }

    private record Origin(String scheme, String port) {
        String of(ListingHost host) {
            return scheme + "://" + host.name() + port;
        }
    }

    /** An item's one address may be on another host of the same owner. */
    private static String hostOf(String normalised, ListingHost host) {
        if (normalised.startsWith("https://" + host.name() + "/")) {
            return host.name();
        }
        Matcher parts = PARTS.matcher(normalised);
        boolean sameOwner = parts.matches() && parts.group(2).endsWith(host.registrable());
        return sameOwner && !parts.group(2).contains(":") ? parts.group(2) : host.name();
    }

    private static String route(String fragment) {
        return fragment != null && ROUTE.matcher(fragment).matches() ? "#" + Percent.normalised(fragment) : "";
    }

    private static String path(String written) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : written.replace('\\', '/').split("/")) {
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.addLast(withoutSession(segment));
            }
        }
        return "/" + Percent.normalised(String.join("/", segments));
    }

    private static String withoutSession(String segment) {
        return segment.indexOf(';') < 0 ? segment : SESSION.matcher(segment).replaceFirst("");
    }

    /** Where a redirecting page leads, when the page says so in its own address. */
    private static Optional<String> redirectTarget(ListingHost host, String path, String query) {
        return query.isEmpty()
                ? Optional.empty()
                : targetParameters(host, path).stream()
                        .flatMap(name -> ListingQuery.of(query, false).value(name).stream())
                        .findFirst();
    }

    private static List<String> targetParameters(ListingHost host, String path) {
        if (path.equals("/url") && SEARCH_ENGINE.matcher(host.registrable()).matches()) {
            return List.of("q", "url");
        }
        return switch (host.name()) {
            case "l.facebook.com", "lm.facebook.com", "l.instagram.com" -> List.of("u");
            case "link.zhihu.com" -> List.of("target");
            case "weibo.cn" -> path.equals("/sinaurl") ? List.of("u") : List.of();
            case "c.pc.qq.com" -> List.of("pfurl");
            default -> List.of();
        };
    }

    private static String target(String behind, String written) {
        return ListingText.address(ListingText.clean(behind))
                .orElseThrow(() -> ListingAddress.refused("listing.none", written));
    }
}
