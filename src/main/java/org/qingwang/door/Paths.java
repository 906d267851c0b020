package org.qingwang.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Matches the whole path below the context, decoded by the container. Spring's own matchers look at the part a servlet
 * sees, and Camunda's API consists of several servlets: there a rule for {@code /camunda/api/**} would match nothing.
 */
final class Paths implements RequestMatcher {

    private final String method;
    private final List<PathPattern> patterns;

    private Paths(String method, String... patterns) {
        this.method = method;
        this.patterns = Arrays.stream(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    static RequestMatcher any(String... patterns) {
        return new Paths(null, patterns);
    }

    static RequestMatcher any(HttpMethod method, String... patterns) {
        return new Paths(method.name(), patterns);
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        if (method != null && !method.equals(request.getMethod())) {
            return false;
        }
        String below = request.getPathInfo() == null ? "" : request.getPathInfo();
        PathContainer path = PathContainer.parsePath(request.getServletPath() + below);
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
