package org.qingwang.complaint.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Another system that talks to the API over HTTP. */
final class ApiUser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String key;

    /** @param key sent as a bearer; null to send none */
    ApiUser(int port, String key) {
        this.address = URI.create("http://localhost:" + port);
        this.key = key;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> postCsv(String path, byte[] csv, String... headers) {
        return send(request(path, headers).header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(csv)));
    }

    HttpResponse<String> postCsv(String path, InputStream csv) {
        return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofInputStream(() -> csv)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).header("Accept", "application/json");
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
