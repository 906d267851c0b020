package org.qingwang.engine.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses that two parts of the server could read differently, before any part reads them: a rule for one
 * spelling must not be passed by another.
 */
class StraightAddresses extends OncePerRequestFilter {

    /** What no honest client sends: path parameters, empty or dotted segments, a second spelling of a slash. */
    private static final Pattern TRICK = Pattern.compile("[;\\\\\\x00-\\x20]|//|/\\.{1,2}(/|$)|%2f|%5c|%25|%2e|%00");

    private final ApiAnswer answer;

    StraightAddresses(ApiAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (TRICK.matcher(request.getRequestURI().toLowerCase(Locale.ROOT)).find()) {
            answer.refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, "engine.api.path");
        } else {
            chain.doFilter(request, response);
        }
    }
}
