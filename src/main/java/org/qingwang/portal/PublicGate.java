package org.qingwang.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before every page that needs no account, and before anything reads what was sent: the check for forged forms would
 * take a hundred megabytes in to find its token. A page cannot forget to be limited.
 */
@Component
@Order(PublicGate.BEFORE_SECURITY)
class PublicGate extends OncePerRequestFilter {

    /** Spring Security's own place is -100. */
    static final int BEFORE_SECURITY = -110;

    private final PublicAllowance allowance;

    PublicGate(PublicAllowance allowance) {
        this.allowance = allowance;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PublicAddresses.isPublic(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            allowance.ask(request);
        } catch (TooOften refusal) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.NOT_FOUND.value()) {
            allowance.guessed(request);
        }
    }
}
