package org.qingwang.door;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.qingwang.agency.Actor;
import org.qingwang.portal.PublicAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One door in front of everything. Chains in order: what needs no session, the API for other systems (its own chain,
 * {@link #API_ORDER}), Camunda's web applications, and our pages. Whatever is not named open is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class SecurityConfiguration {

    /** Where the chain for {@code /api/**} belongs: stateless, by key. */
    public static final int API_ORDER = 20;

    private static final int STATIC_ORDER = 10;
    private static final int CAMUNDA_ORDER = 30;
    private static final int PAGES_ORDER = 40;

    /** No inline script or style anywhere; our pages may be framed by our own Tasklist forms only. */
    private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private final CurrentRights rights;

    SecurityConfiguration(CurrentRights rights) {
        this.rights = rights;
    }

    /** Style sheets, and what a load balancer asks. */
    @Bean
    @Order(STATIC_ORDER)
    SecurityFilterChain openWithoutSession(HttpSecurity http) throws Exception {
        return http.securityMatcher(Paths.any("/assets/**", "/webjars/**", "/favicon.ico", "/actuator/health/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(cache -> cache.disable())
                .securityContext(context -> context.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }

    /**
     * Tasklist, Cockpit and Admin. They bring their own CSRF token and content policy.
     */
    @Bean
    @Order(CAMUNDA_ORDER)
    SecurityFilterChain camunda(HttpSecurity http) throws Exception {
        withPeople(http)
                .securityMatcher(Paths.any("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(closedInCamunda())
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable()).frameOptions(FrameOptionsConfig::sameOrigin))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), Paths.any("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), Paths.any("/camunda/**")))
                .logout(logout -> logout.logoutRequestMatcher(
                                Paths.any(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .addLogoutHandler(forgetForms())
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .addFilterBefore(new ScriptNonceFilter(), SecurityContextHolderFilter.class);
        return http.build();
    }

    /** Our own pages, and the sign-in for all. */
    @Bean
    @Order(PAGES_ORDER)
    SecurityFilterChain pages(HttpSecurity http, SignInSource.Reader source, KnownDevices devices, SignInRecord record)
            throws Exception {
        withPeople(http)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(Paths.any("/", "/login", "/error"))
                                .permitAll()
                                .requestMatchers(Paths.any(PublicAddresses.patterns()))
                                .permitAll()
                                .requestMatchers(Paths.any("/desk/admin/**"))
                                .hasAuthority(Actor.ADMIN_GROUP)
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(pageTokens()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY))
                        .frameOptions(FrameOptionsConfig::sameOrigin)
                        .addHeaderWriter(SecurityConfiguration::tellWhereFrom))
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(source)
                        .successHandler(new AfterSignIn(devices, record, requestCache()))
                        .failureHandler(SecurityConfiguration::answerFailure))
                .logout(logout -> logout.addLogoutHandler(forgetForms()).logoutSuccessUrl("/login?out"));
        return http.build();
    }

    /** Addresses of the public hold secrets, which have no place in any log of where a reader came from. */
    private static void tellWhereFrom(HttpServletRequest request, HttpServletResponse response) {
        ReferrerPolicy policy =
                PublicAddresses.isPublic(request) ? ReferrerPolicy.NO_REFERRER : ReferrerPolicy.SAME_ORIGIN;
        new ReferrerPolicyHeaderWriter(policy).writeHeaders(request, response);
    }

    /**
     * Camunda's own sign-in and check of a password, which know no limit of tries, its first set-up, and every change of
     * accounts and grants: our tables hold the truth, such a change would neither be audited nor outlive the next start.
     */
    private static RequestMatcher closedInCamunda() {
        String engine = "/camunda/api/engine/engine/*";
        List<RequestMatcher> closed = new ArrayList<>();
        closed.add(Paths.any(
                "/camunda/api/admin/auth/user/*/login/**",
                "/camunda/api/admin/setup/**",
                "/camunda/app/admin/*/setup/**",
                engine + "/identity/verify"));
        for (HttpMethod change : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
            closed.add(Paths.any(
                    change,
                    engine + "/user/**",
                    engine + "/tenant/**",
                    engine + "/authorization/**",
                    engine + "/group/create",
                    engine + "/group/*/**"));
        }
        RequestMatcher query = Paths.any(HttpMethod.POST, engine + "/group/count");
        return new AndRequestMatcher(new OrRequestMatcher(closed), new NegatedRequestMatcher(query));
    }

    /** What the chains for people have in common: the session, and the rights of this moment. */
    private HttpSecurity withPeople(HttpSecurity http) throws Exception {
        return http.securityContext(
                        context -> context.securityContextRepository(new HttpSessionSecurityContextRepository()))
                .requestCache(cache -> cache.requestCache(requestCache()))
                .anonymous(Customizer.withDefaults())
                .addFilterAfter(new RightsFilter(rights), SecurityContextHolderFilter.class);
    }

    /** Where somebody wanted to go before signing in; in a cookie, so that strangers make no sessions. */
    private static CookieRequestCache requestCache() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(Paths.any(HttpMethod.GET, "/**"), html()));
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    private static RequestMatcher html() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    /** The token is in a cookie of its own: Camunda's for {@code /camunda} has the usual name. */
    private static CookieCsrfTokenRepository pageTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("qingwang-csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Tasklist keeps half-filled forms in the browser; whoever signs in there next must not read them. */
    private static LogoutHandler forgetForms() {
        return new HeaderWriterLogoutHandler(new StaticHeadersWriter("Clear-Site-Data", "\"storage\""));
    }

    private static void answerFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String answer = failure instanceof TooManyTries many ? "/login?wait=" + many.minutes() : "/login?wrong";
        response.sendRedirect(request.getContextPath() + answer);
    }
}
