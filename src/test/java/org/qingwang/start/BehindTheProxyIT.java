package org.qingwang.start;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.SystemUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingwang.support.HttpUser;
import org.qingwang.support.PackagedApplication;
import org.qingwang.support.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Profile {@code prod} as a reader meets it, through a proxy that ends TLS. Without this, a session could travel in the
 * clear, and whoever guesses passwords could do so from a new address with each try.
 */
class BehindTheProxyIT {

    private static final String ADMINISTRATOR = "administrator";
    private static final String SECRET = "uK4-ttR8-ms20-Qp";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** Strangers get 30 requests a minute; on a slow machine some come back while they are used up. */
    private static final int MORE_THAN_ALLOWED = 120;

    /** Camunda's pages read this one with a script and send it back in a header. */
    private static final String READ_BY_SCRIPTS = "XSRF-TOKEN";

    @TempDir
    private static Path folder;

    private static JdbcClient books;
    private static PackagedApplication application;

    @BeforeAll
    static void start() throws IOException {
        String database = TestPostgres.newDatabase().replaceFirst("\\?.*", "");
        books = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
        Map<String, String> environment = new HashMap<>(DockerFilesTest.applicationEnvironment(SECRET));
        environment.put("SPRING_DATASOURCE_URL", database);
        environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
        // The proxy of this test has the address 127.0.0.1; whoever comes from another is a stranger.
        environment.put("SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES", "127\\.0\\.0\\.1");
        application = PackagedApplication.launch(folder, environment, PackagedApplication.quickStart());
        application.awaitReady();
    }

    @AfterAll
    static void stop() {
        application.kill();
    }

    @Test
    void everyCookieTravelsOverTlsAlone() {
        Reader reader = new Reader("203.0.113.10");
        reader.get("/desk/cases");
        assertThat(reader.signIn(ADMINISTRATOR, SECRET)).endsWith("/desk/cases");
        reader.get("/desk?lang=zh");
        reader.get("/camunda/app/admin/default/");

        Map<String, String> cookies = reader.cookiesAsSent();
        assertThat(cookies).containsKeys("qingwang-session", "qingwang-csrf", READ_BY_SCRIPTS, "lang", "REDIRECT_URI");
        cookies.forEach((name, cookie) -> {
            assertThat(cookie).containsPattern("; ?Secure").containsPattern("; ?SameSite=(Lax|Strict)");
            assertThat(cookie.matches(".*; ?HttpOnly.*")).as(cookie).isEqualTo(!name.equals(READ_BY_SCRIPTS));
        });
    }

    @Test
    void browsersAreToldOnceToStayWithTls() {
        Reader reader = new Reader("203.0.113.11");
        for (String page : List.of("/login", "/desk", "/camunda/app/tasklist/default/", "/api/v1/openapi.json")) {
            assertThat(reader.get(page).headers().allValues("Strict-Transport-Security"))
                    .as(page)
                    .singleElement()
                    .asString()
                    .startsWith("max-age=31536000");
        }
        assertThat(reader.get("/desk").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).startsWith("https://"));
    }

    @Test
    void aForgedAddressDoesNotGiveNewTriesToSignIn() {
        for (String own : List.of("203.0.113.12", "10.1.2.3")) {
            String answer = "";
            for (int guess = 0; guess <= 6; guess++) {
                Reader guesser = new Reader("198.51.100." + guess + ", " + own);
                answer = guesser.signIn(ADMINISTRATOR, "Guess-number-" + guess);
            }
            assertThat(answer).as("the seventh try from " + own).contains("/login?wait=");
        }
    }

    @Test
    void aForgedAddressDoesNotGiveNewRequestsOfTheApi() {
        int answer = 0;
        for (int request = 0; request < MORE_THAN_ALLOWED && answer != 429; request++) {
            answer = new Reader("198.51.100." + request + ", 10.1.2.4")
                    .get("/api/v1/complaints/TS-20260101-AAAAAAAA")
                    .statusCode();
        }
        assertThat(answer).isEqualTo(429);
    }

    @Test
    void strangersDoNotUseUpWhatAKeyAllowsItsHolderFromTheSameAddress() throws Exception {
        String key = "qw_" + "p".repeat(43);
        Books.giveKey(books, key);
        Reader stranger = new Reader("203.0.113.15").with("Accept", "application/json");
        String complaint = "/api/v1/complaints/TS-20260101-AAAAAAAA";
        int answer = 0;
        for (int request = 0; request < MORE_THAN_ALLOWED && answer != 429; request++) {
            answer = stranger.get(complaint).statusCode();
        }
        assertThat(answer).isEqualTo(429);
        assertThat(stranger.with("Authorization", "Bearer qw_" + "x".repeat(43))
                        .get(complaint)
                        .statusCode())
                .as("a key that does not exist")
                .isIn(401, 429);
        assertThat(new Reader("203.0.113.15")
                        .with("Accept", "application/json")
                        .with("Authorization", "Bearer " + key)
                        .get(complaint)
                        .statusCode())
                .as("the holder of a key is let in and told that there is no such complaint")
                .isEqualTo(404);
    }

    /** Somebody who reaches the application past the proxy. */
    @Test
    void onlyTheProxyIsBelieved() throws IOException {
        assumeTrue(SystemUtils.IS_OS_LINUX, "only there every address of 127/8 is one's own");
        assertThat(askPastTheProxy("/login", "203.0.113.13")).doesNotContain("Strict-Transport-Security");
        String answer = "";
        for (int request = 0; request < MORE_THAN_ALLOWED && !answer.startsWith("HTTP/1.1 429"); request++) {
            answer = askPastTheProxy("/api/v1/complaints/TS-20260101-AAAAAAAA", "198.51.100." + request);
        }
        assertThat(answer).startsWith("HTTP/1.1 429");
    }

    @Test
    void nobodyOfTheDemonstrationIsThere() {
        assertThat(new Reader("203.0.113.14").signIn("commerce-zj", HttpUser.DEMO_PASSWORD))
                .endsWith("/login?wrong");
        for (String people : List.of("select id from officer", "select id_ from act_id_user")) {
            assertThat(books.sql(people).query(String.class).list()).containsExactly(ADMINISTRATOR);
        }
    }

    private static String askPastTheProxy(String path, String forged) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
            socket.connect(
                    new InetSocketAddress("127.0.0.1", application.address().getPort()));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: "
                                    + forged + "\r\nX-Forwarded-Proto: https\r\n\r\n")
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** A browser beyond the proxy. Keeps cookies by itself: Java's own would not send one for TLS to this test's port. */
    private static final class Reader {

        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, String> cookies = new LinkedHashMap<>();

        Reader(String forwardedFor) {
            headers.put("Accept", "text/html");
            headers.put("X-Forwarded-For", forwardedFor);
            headers.put("X-Forwarded-Proto", "https");
        }

        Reader with(String header, String value) {
            headers.put(header, value);
            return this;
        }

        HttpResponse<String> get(String path) {
            return send(request(path).GET());
        }

        /** @return where the answer leads to */
        String signIn(String user, String password) {
            Matcher token = TOKEN.matcher(get("/login").body());
            assertThat(token.find()).isTrue();
            String form = Map.of("username", user, "password", password, "_csrf", token.group(1)).entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                    .collect(Collectors.joining("&"));
            return send(request("/login")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form)))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }

        /** Each cookie the server has set, by its name, with all attributes. */
        Map<String, String> cookiesAsSent() {
            return Map.copyOf(cookies);
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application.address() + path));
            headers.forEach(request::header);
            List<String> sent = new ArrayList<>();
            cookies.values().forEach(cookie -> sent.add(cookie.replaceFirst(";.*", "")));
            if (!sent.isEmpty()) {
                request.header("Cookie", String.join("; ", sent));
            }
            return request;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                HttpResponse<String> answer = client.send(request.build(), ofString());
                answer.headers().allValues("Set-Cookie").stream()
                        .filter(cookie ->
                                !HttpCookie.parse(cookie).get(0).getValue().isEmpty())
                        .forEach(cookie ->
                                cookies.put(HttpCookie.parse(cookie).get(0).getName(), cookie));
                return answer;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
