package org.qingwang.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The addresses of pages that need no account: one list, for the door that lets strangers in and for what limits them. */
public final class PublicAddresses {

    private static final List<PathPattern> PAGES = Arrays.stream(patterns())
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    /** What is long and random enough to open something. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22,}");

    private PublicAddresses() {}

    /** As patterns. */
    public static String[] patterns() {
        return new String[] {"/answer/**", "/public/**", "/pledges/**", "/briefings/**"};
    }

    /** Whether the request is for one of them. */
    public static boolean isPublic(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(pathOf(request));
        return PAGES.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** @return the part of the address that opens something; empty if there is none */
    static Optional<String> secretOf(HttpServletRequest request) {
        return Arrays.stream(pathOf(request).split("/"))
                .filter(part -> SECRET.matcher(part).matches())
                .findFirst();
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
