package org.qingwang.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A list of attacks against every page that needs no account, found by itself: a page added tomorrow is attacked tomorrow. If
 * this fails, a stranger reads what is not for strangers, runs a script in an officer's browser, or brings a page down.
 */
@QingwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicAttackTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    /** In place of each variable of an address. */
    private static final List<String> FORGED = List.of(
            "none",
            "A".repeat(43),
            "A".repeat(3000),
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "%27%20or%20%271%27=%271;drop%20table%20mail",
            "%E2%80%AE%F0%9F%98%80%E4%B8%AD",
            "-99999999999999999999",
            "__$%7BT(java.lang.Runtime)%7D__::x");

    /** In every field of a form. */
    private static final List<String> TYPED = List.of(
            SCRIPT + "\"><img src=x onerror=alert(1)>",
            "' or '1'='1 ${7*7}#{T(java.lang.Runtime)}",
            "\r\nSet-Cookie: stolen=1",
            "x".repeat(50_000),
            "\u0000\u0001\u202e",
            "-99999999999999999999",
            "http://169.254.169.254/latest/meta-data");

    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*src=)|<style|\\sstyle=\"|\\son[a-z]+=\"");

    private static final Pattern OTHER_LANGUAGE = Pattern.compile("<a href=\"([^\"]*)\"[^>]* hreflang=");

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** The sign-in has limits of its own. */
    private static final Set<String> OPEN_BESIDES = Set.of("/", "/login", "/error");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PublicAllowance allowance;

    /** One way in: an address, and how it is asked. */
    record Way(RequestMethod method, String pattern, HandlerMethod handler) {

        boolean isPublic() {
            PathContainer path = PathContainer.parsePath(filled("x"));
            return Arrays.stream(PublicAddresses.patterns())
                    .anyMatch(pattern ->
                            PathPatternParser.defaultInstance.parse(pattern).matches(path));
        }

        String filled(String value) {
            return pattern.replaceAll("\\{[^}]*:\\\\d\\{1,18}}", "7")
                    .replaceAll("\\{[^/]*}", value.replace("\\", "\\\\").replace("$", "\\$"));
        }

        /** Names of all the fields it reads. */
        Set<String> fields() {
            Set<String> names = new TreeSet<>();
            for (MethodParameter parameter : handler.getMethodParameters()) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
                if (asked != null) {
                    names.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
                }
                if (parameter.getParameterType().isRecord()
                        && (parameter.hasParameterAnnotation(ModelAttribute.class) || asked == null)) {
                    Arrays.stream(parameter.getParameterType().getRecordComponents())
                            .map(RecordComponent::getName)
                            .forEach(names::add);
                }
            }
            return names;
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private HttpUser stranger;
    private String token;

    @BeforeAll
    void readAPage() {
        stranger = HttpUser.stranger(port);
        Matcher field = TOKEN.matcher(stranger.get("/login").body());
        assertThat(field.find()).isTrue();
        token = field.group(1);
    }

    /** All tests come from one address, those of other classes too. */
    @BeforeEach
    @AfterEach
    void forgetRequests() {
        database.sql("delete from public_allowance").update();
    }

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> mapping :
                mappings.getHandlerMethods().entrySet()) {
            if (!mapping.getValue().getBeanType().isAnnotationPresent(Controller.class)
                    || !mapping.getValue().getBeanType().getPackageName().startsWith("org.qingwang")) {
                continue;
            }
            Set<RequestMethod> methods = mapping.getKey().getMethodsCondition().getMethods();
            for (String pattern : mapping.getKey().getPatternValues()) {
                for (RequestMethod method : methods) {
                    ways.add(new Way(method, pattern, mapping.getValue()));
                }
            }
        }
        return ways;
    }

    Stream<Way> publicWays() {
        return ways().stream().filter(Way::isPublic);
    }

    @Test
    void strangersReachNothingThatIsNotOnTheList() {
        HttpUser stranger = HttpUser.stranger(port);
        List<String> open = ways().stream()
                .filter(way -> way.method() == RequestMethod.GET && !way.isPublic())
                .filter(way -> !OPEN_BESIDES.contains(way.pattern()))
                .filter(way -> isLetIn(stranger.get(way.filled("x"))))
                .map(Way::toString)
                .toList();
        assertThat(open).isEmpty();
        assertThat(publicWays().map(Way::pattern).collect(Collectors.toSet())).hasSizeGreaterThan(5);
    }

    private static boolean isLetIn(HttpResponse<String> answer) {
        boolean sentToSignIn = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").contains("/login");
        return !sentToSignIn && answer.statusCode() != 401 && answer.statusCode() != 403;
    }

    @ParameterizedTest
    @MethodSource("publicWays")
    void forgedAddressesLeadNowhereAndBringNothingDown(Way way) {
        for (String forged : way.pattern().contains("{") ? FORGED : List.of("x")) {
            forgetRequests();
            HttpResponse<String> answer = way.method() == RequestMethod.GET
                    ? stranger.get(way.filled(forged))
                    : post(way.filled(forged), Map.of());
            assertWithstands(way + " " + forged, answer);
            if (way.pattern().contains("{") && way.method() == RequestMethod.GET) {
                assertThat(answer.statusCode()).as(way + " " + forged).isIn(200, 302, 400, 404);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("publicWays")
    void whateverIsTypedIsAnsweredAndNeverRuns(Way way) {
        for (String typed : TYPED) {
            forgetRequests();
            Map<String, String> form = new HashMap<>();
            way.fields().forEach(field -> form.put(field, typed));
            HttpResponse<String> answer = way.method() == RequestMethod.GET
                    ? stranger.get(way.filled("none") + query(form))
                    : post(way.filled("A".repeat(43)), form);
            assertWithstands(way + " with " + typed.substring(0, Math.min(20, typed.length())), answer);
        }
    }

    /** With the token of a page this browser has read. */
    private HttpResponse<String> post(String path, Map<String, String> form) {
        Map<String, String> all = new HashMap<>(form);
        all.put("_csrf", token);
        return stranger.postWithoutToken(path, all);
    }

    private static String query(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field -> field.getValue().length() < 5000)
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static void assertWithstands(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.body())
                .as(what)
                .doesNotContain(SCRIPT, "<img src=x", "Exception", "org.qingwang", "java.lang.Runtime]", "SELECT ");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .as(what)
                .doesNotContain("stolen");
        boolean page = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        if (page
                && !answer.body().isEmpty()
                && answer.headers().firstValue("Content-Security-Policy").isPresent()) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .as(what)
                    .contains("default-src 'self'", "object-src 'none'", "base-uri 'self'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(INLINE.matcher(answer.body()).find())
                    .as(what + ": inline script or style")
                    .isFalse();
        }
        if (answer.statusCode() == 200) {
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(what)
                    .isPresent();
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(what)
                    .hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy"))
                    .as(what + ": the address may hold a secret")
                    .hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(what + ": the next one at this machine")
                    .contains("no-store");
            assertThat(answer.headers().firstValue("X-Frame-Options"))
                    .as(what + ": shown inside a page that pretends to be another")
                    .hasValue("SAMEORIGIN");
        }
    }

    /** A refused form must not leave the reader on an address that no browser can open again, with a token in it. */
    @ParameterizedTest
    @MethodSource("publicWays")
    void theOtherLanguageIsAPageAndStaysHere(Way way) {
        if (way.method() == RequestMethod.GET) {
            return;
        }
        String body =
                post(way.filled("A".repeat(43)) + "?_csrf=" + token, Map.of()).body();
        Matcher other = OTHER_LANGUAGE.matcher(body);
        boolean offered = other.find();
        assertThat(offered).as("a page has both languages").isEqualTo(body.contains("<main"));
        if (offered) {
            assertThat(other.group(1)).startsWith("/").doesNotStartWith("//").doesNotContain("_csrf");
            forgetRequests();
            assertThat(stranger.get(other.group(1)).statusCode()).isIn(200, 302, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public//evil.example",
                "/public/%2f%2fevil.example",
                "/public/notices?lang=%0d%0aSet-Cookie:%20stolen=1&x=//evil"
            })
    void aLanguageLinkLeadsNowhereElse(String address) {
        HttpResponse<String> answer = stranger.get(address);
        assertWithstands(address, answer);
        Matcher other = OTHER_LANGUAGE.matcher(answer.body());
        while (other.find()) {
            assertThat(other.group(1)).matches("/[^/\\\\].*");
        }
    }

    /** Methods no page of ours uses, and one that would tell what a proxy adds. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void noOtherMethodDoesAnything(String method) {
        publicWays().map(way -> way.filled("A".repeat(43))).distinct().forEach(address -> {
            forgetRequests();
            HttpResponse<String> answer = stranger.ask(method, address);
            assertThat(answer.statusCode())
                    .as(method + " " + address)
                    .isIn(method.equals("OPTIONS") ? List.of(200, 400, 403, 404, 405) : List.of(400, 403, 404, 405));
            assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        });
    }

    /** Another site must not be able to make a visitor's browser send a form of ours. */
    @ParameterizedTest
    @MethodSource("publicWays")
    void aFormFromAnotherSiteIsRefused(Way way) {
        if (way.method() == RequestMethod.GET) {
            return;
        }
        Map<String, String> form = new HashMap<>();
        way.fields().forEach(field -> form.put(field, "x"));
        assertThat(HttpUser.stranger(port)
                        .postWithoutToken(way.filled("A".repeat(43)), form)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("publicWays")
    void whoeverHasUsedUpTheAllowanceWaitsAndIsToldHowLong(Way way) {
        useUp();
        HttpUser stranger = HttpUser.stranger(port);
        HttpResponse<String> answer = way.method() == RequestMethod.GET
                ? stranger.get(way.filled("none"))
                : stranger.postFrom("/login", way.filled("none"), Map.of());
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(1L, 900L));
        assertThat(answer.body()).contains("<main").doesNotContain("??");
    }

    private void useUp() {
        for (int guess = 0; guess < 20; guess++) {
            allowance.guessed(request("GET", "/public/x", 0));
        }
    }

    /** A wrong secret, a wrong number and no such link look the same: nobody learns which half was right. */
    @ParameterizedTest
    @CsvSource({
        "/answer/, BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
        "/public/complaints/drafts/, BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
        "/pledges/sign/, BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
        "/pledges/, CNS-330000-2026-999999",
        "/public/notices/, TZ-330000-2026-999999"
    })
    void whatDoesNotExistLooksLikeWhatNeverCould(String place, String wellFormed) {
        HttpUser stranger = HttpUser.stranger(port);
        HttpResponse<String> wrong = stranger.get(place + wellFormed);
        HttpResponse<String> malformed = stranger.get(place + "x");

        assertThat(wrong.statusCode()).isEqualTo(404).isEqualTo(malformed.statusCode());
        assertThat(wrong.body().replace(wellFormed, "x")).isEqualTo(malformed.body());
    }

    @Test
    void aLinkHasAnAllowanceOfItsOwnFromWhereverItIsUsed() {
        String link = "/answer/" + "L".repeat(43);
        int refused = 0;
        for (int visit = 0; visit < 201; visit++) {
            refused += asks("GET", link, "203.0.113." + visit, 0) ? 0 : 1;
        }
        assertThat(refused).isEqualTo(1);
    }

    @Test
    void sendingIsLimitedBeforeReadingIs() {
        int sent = 0;
        while (asks("POST", "/public/x", "203.0.113.1", 10)) {
            sent++;
        }
        assertThat(sent).isEqualTo(100);
        assertThat(asks("GET", "/public/x", "203.0.113.1", 0)).isTrue();
    }

    @Test
    void whoeverHasSentAsMuchAsADayTakesComesBackTomorrow() {
        long megabyte = 1024 * 1024;
        for (int file = 0; file < 10; file++) {
            assertThat(asks("POST", "/public/x", "203.0.113.2", 100 * megabyte)).isTrue();
        }
        assertThat(asks("POST", "/public/x", "203.0.113.2", 100 * megabyte)).isFalse();
        assertThat(asks("POST", "/public/x", "203.0.113.2", 10)).isTrue();
        assertThat(asks("POST", "/public/x", "203.0.113.2", -1))
                .as("of unknown length")
                .isFalse();
    }

    private boolean asks(String method, String path, String address, long bytes) {
        MockHttpServletRequest request = request(method, path, bytes);
        request.setRemoteAddr(address);
        try {
            allowance.ask(request);
            return true;
        } catch (TooOften refusal) {
            return false;
        }
    }

    private static MockHttpServletRequest request(String method, String path, long bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path) {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        request.setServletPath(path);
        request.setRemoteAddr("127.0.0.1");
        return request;
    }
}
