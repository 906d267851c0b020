package org.qingwang.api.web;

import jakarta.servlet.http.HttpServletRequest;
import org.qingwang.api.ApiAllowance;
import org.qingwang.api.ApiKeyService;
import org.qingwang.api.Scope;
import org.qingwang.door.SecurityConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The API's part of the door: stateless and by key. No session is looked at, so nothing another site makes a signed-in
 * browser send can reach it, and no CSRF token is needed. Only the description of the API is also for people who are
 * signed in: asked for without a key, it is a page like any other.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    static final String DESCRIPTION = "/api/v1/openapi.json";

    @Bean
    @Order(SecurityConfiguration.API_ORDER)
    SecurityFilterChain api(HttpSecurity http, ApiKeyService keys, ApiAllowance allowance, ProblemAnswer answer)
            throws Exception {
        ApiKeyFilter byKey = new ApiKeyFilter(keys, allowance, answer);
        return http.securityMatcher(ApiSecurity::isApi)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/v1/complaints/import", "/api/v1/complaints/import/**")
                        .hasAuthority(Scope.COMPLAINTS_IMPORT.authority())
                        .requestMatchers(HttpMethod.POST, "/api/v1/complaints")
                        .hasAuthority(Scope.COMPLAINTS_FILE.authority())
                        .requestMatchers(HttpMethod.GET, "/api/v1/complaints/*")
                        .permitAll()
                        .requestMatchers("/api/v1/rights/**")
                        .hasAuthority(Scope.RIGHTS_IMPORT.authority())
                        .requestMatchers(HttpMethod.GET, "/api/v1/metrics")
                        .hasAuthority(Scope.METRICS_READ.authority())
                        .requestMatchers(HttpMethod.GET, DESCRIPTION)
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(byKey, AnonymousAuthenticationFilter.class)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, failure) -> byKey.refuse(request, response))
                        .accessDeniedHandler((request, response, failure) ->
                                answer.write(answer.of(HttpStatus.FORBIDDEN, "scope", request), response)))
                .build();
    }

    private static boolean isApi(HttpServletRequest request) {
        // Decoded, as the controllers will see it: %61pi is the API too.
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        boolean describedToAPerson = path.equals(DESCRIPTION) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        return (path.equals("/api") || path.startsWith("/api/")) && !describedToAPerson;
    }
}
