package org.qingwang.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.qingwang.api.ApiAllowance;
import org.qingwang.api.ApiCaller;
import org.qingwang.api.ApiKeyService;
import org.qingwang.common.SubscriberAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the caller by the key in {@code Authorization: Bearer}, and lets nobody ask more than the allowance. */
class ApiKeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiKeyService keys;
    private final ApiAllowance allowance;
    private final ProblemAnswer answer;

    ApiKeyFilter(ApiKeyService keys, ApiAllowance allowance, ProblemAnswer answer) {
        this.keys = keys;
        this.allowance = allowance;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<ApiCaller> caller = Optional.ofNullable(authorization)
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(value ->
                        keys.authenticate(value.substring(SCHEME.length()).strip()));
        OptionalLong wait = caller.map(known -> allowance.askWithKey(known.key().name()))
                .orElseGet(() -> allowance.askFrom(SubscriberAddress.of(request.getRemoteAddr())));
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.getAsLong()));
            answer.write(answer.of(HttpStatus.TOO_MANY_REQUESTS, "many", request, wait.getAsLong()), response);
        } else if (authorization != null && caller.isEmpty()) {
            refuse(request, response);
        } else {
            caller.ifPresent(ApiKeyFilter::signIn);
            chain.doFilter(request, response);
        }
    }

    /** One answer for an unknown, an expired and a revoked key: it says nothing about which keys exist. */
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Qingwang API\"");
        answer.write(answer.of(HttpStatus.UNAUTHORIZED, "key", request), response);
    }

    private static void signIn(ApiCaller caller) {
        List<SimpleGrantedAuthority> scopes = caller.key().scopes().stream()
                .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                .toList();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, scopes));
        SecurityContextHolder.setContext(context);
    }
}
