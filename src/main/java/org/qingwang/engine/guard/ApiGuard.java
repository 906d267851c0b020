package org.qingwang.engine.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingwang.agency.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in front of the engine's web API. Lets through what Tasklist and Cockpit need and nothing else, whoever asks, and
 * answers what a form or a use case refused with one sentence in the person's language.
 */
class ApiGuard extends OncePerRequestFilter {

    /** Path below which the engine's web applications call the engine. */
    static final String API = "/camunda/api/";

    private static final Logger log = LoggerFactory.getLogger(ApiGuard.class);

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    /** Characters in the path of a change: ids and names, none of which needs escaping. */
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/._~@:+-]*[A-Za-z0-9._~@:+-]/?");

    /** Set-up pages of Camunda Admin: open to strangers when no administrator is left (CVE-2026-77226). */
    private static final Pattern SETUP = Pattern.compile("/camunda/(api/admin/setup|app/admin/[^/]*/setup)(/.*)?");

    private final ApiAnswer answer;

    ApiGuard(ApiAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String lowerCase = path.toLowerCase(Locale.ROOT);
        if (SETUP.matcher(lowerCase).matches()) {
            answer.refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "engine.api.closed");
        } else if (!lowerCase.startsWith(API)) {
            chain.doFilter(request, response);
        } else if (hasExpressionParameter(request)) {
            answer.refuse(
                    request, response, HttpServletResponse.SC_BAD_REQUEST, "engine.api.expression", "…Expression");
        } else if (READS.contains(request.getMethod())) {
            chain.doFilter(new LimitedRequest(request), response);
        } else {
            write(request, response, chain, path.substring(API.length()));
        }
    }

    /** Looks at the query string alone: reading a parameter would consume the body. */
    private static boolean hasExpressionParameter(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null
                && Arrays.stream(query.split("[&;]"))
                        .map(parameter -> parameter.split("=", 2)[0])
                        .anyMatch(name -> name.contains("%") || ApiBody.isExpression(name));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws ServletException, IOException {
        Optional<ApiRole> role =
                PLAIN_PATH.matcher(path).matches() ? ApiWrites.roleFor(request.getMethod(), path) : Optional.empty();
        if (role.isEmpty() || !role.get().includes(Actors.current())) {
            log.info(
                    "Closed: {} {} for {}",
                    request.getMethod(),
                    path,
                    Actors.current().userId());
            answer.refuse(request, response, HttpServletResponse.SC_FORBIDDEN, "engine.api.closed");
            return;
        }
        try {
            byte[] body = ApiBody.checked(request);
            answering(new CheckedRequest(new LimitedRequest(request), body), response, chain);
        } catch (ApiBody.Refused refused) {
            answer.refuse(
                    request, response, HttpServletResponse.SC_BAD_REQUEST, refused.getMessage(), refused.arguments());
        }
    }

    /** Lets the engine answer, unless it was one of our own rules that refused: then the sentence is ours. */
    private void answering(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldResponse held = new HeldResponse(response);
        Refusals.begin();
        try {
            chain.doFilter(request, held);
            Optional<Refusals.Refusal> refusal = Refusals.current();
            if (refusal.isPresent() && held.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                Refusals.Refusal known = refusal.get();
                answer.refuse(request, response, known.status(), known.messageKey(), known.arguments());
            } else {
                held.release();
            }
        } finally {
            Refusals.end();
        }
    }
}
