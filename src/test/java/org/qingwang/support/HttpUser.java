package org.qingwang.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser, over HTTP and through every filter: signs in with the form, keeps cookies, and sends the CSRF
 * tokens of our pages and of Camunda's API. Follows no redirect by itself, so a test sees each answer.
 */
public final class HttpUser {

    /** The password of all demonstration accounts. */
    public static final String DEMO_PASSWORD = "Qingwang-2026!";

    private static final Pattern TOKEN_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final URI address;

    private HttpUser(int port) {
        this.address = URI.create("http://localhost:" + port);
        headers.put("Accept-Language", "en");
    }

    /** A stranger. */
    public static HttpUser stranger(int port) {
        return new HttpUser(port);
    }

    /** Somebody signed in, for example {@code commerce-zj}. */
    public static HttpUser signedIn(int port, String account) {
        HttpUser user = new HttpUser(port);
        HttpResponse<String> answer = user.signIn(account, DEMO_PASSWORD);
        String target = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || target.contains("/login")) {
            throw new IllegalStateException(account + " cannot sign in: " + answer.statusCode() + " " + target);
        }
        return user;
    }

    /** Sends this header with each request from now on. */
    public HttpUser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Fills in the sign-in form and sends it. */
    public HttpResponse<String> signIn(String account, String password) {
        return post("/login", Map.of("username", account, "password", password), tokenOf("/login"));
    }

    /** Presses the sign-out button of our pages. */
    public HttpResponse<String> signOut() {
        return post("/logout", Map.of(), tokenOf("/desk"));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Asks by whatever method, with nothing in the body. */
    public HttpResponse<String> ask(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    public HttpResponse<byte[]> getBytes(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no answer from " + path, e);
        }
    }

    /** Sends a form of our pages, with the token a page would have given it. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, tokenOf("/desk"));
    }

    /** Sends a form with the token of the page it stands on: the one way for somebody without an account. */
    public HttpResponse<String> postFrom(String page, String path, Map<String, String> fields) {
        return post(path, fields, tokenOf(page));
    }

    /** Sends a form without any token, as another site would make the browser do. */
    public HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
        return post(path, fields, Optional.empty());
    }

    /** Uploads a file with a form of our pages. */
    public HttpResponse<String> upload(
            String path, String field, String fileName, byte[] content, Map<String, String> fields) {
        return uploadFrom("/desk", path, field, fileName, content, fields);
    }

    /** Uploads a file with the token of the page its form stands on. */
    public HttpResponse<String> uploadFrom(
            String page, String path, String field, String fileName, byte[] content, Map<String, String> fields) {
        String boundary = "part-" + UUID.randomUUID();
        Map<String, String> all = new LinkedHashMap<>(fields);
        tokenOf(page).ifPresent(token -> all.put("_csrf", token));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(multipart(boundary, field, fileName, content, all))));
    }

    /** Reads from Camunda's REST API, {@code path} after {@code .../engine/default}, for example {@code /task}. */
    public HttpResponse<String> engineGet(String path) {
        return get(engine(path));
    }

    public HttpResponse<String> enginePost(String path, String json) {
        return engineSend("POST", path, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> enginePut(String path, String json) {
        return engineSend("PUT", path, BodyPublishers.ofString(json));
    }

    public HttpResponse<String> engineDelete(String path) {
        return engineSend("DELETE", path, BodyPublishers.noBody());
    }

    /** Sends JSON anywhere under {@code /camunda}, with Camunda's CSRF token. */
    public HttpResponse<String> camunda(String method, String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", camundaToken())
                .method(method, BodyPublishers.ofString(json)));
    }

    /** The value of a cookie the server has set. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Puts a cookie into the browser, for the whole site. */
    public HttpUser plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(address, cookie);
        return this;
    }

    private static String engine(String path) {
        return "/camunda/api/engine/engine/default" + path;
    }

    private HttpResponse<String> engineSend(String method, String path, BodyPublisher body) {
        return send(request(engine(path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", camundaToken())
                .method(method, body));
    }

    private String camundaToken() {
        if (cookie("XSRF-TOKEN").isEmpty()) {
            get("/camunda/app/tasklist/default/");
        }
        return cookie("XSRF-TOKEN").orElse("");
    }

    private Optional<String> tokenOf(String page) {
        Matcher field = TOKEN_FIELD.matcher(get(page).body());
        return field.find() ? Optional.of(field.group(1)) : Optional.empty();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, Optional<String> token) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        token.ifPresent(value -> all.put("_csrf", value));
        String body = all.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).header("Accept", "text/html,application/json;q=0.9");
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            return client.send(built, BodyHandlers.ofString(UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("no answer from " + built.uri(), e);
        }
    }

    private static byte[] multipart(
            String boundary, String field, String fileName, byte[] content, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                part(boundary, "name=\"" + name + "\"", "text/plain; charset=UTF-8", value.getBytes(UTF_8))));
        body.writeBytes(part(
                boundary,
                "name=\"" + field + "\"; filename=\"" + fileName + "\"",
                "application/octet-stream",
                content));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    private static byte[] part(String boundary, String disposition, String type, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                        + type + "\r\n\r\n")
                .getBytes(UTF_8));
        part.writeBytes(content);
        part.writeBytes("\r\n".getBytes(UTF_8));
        return part.toByteArray();
    }
}
