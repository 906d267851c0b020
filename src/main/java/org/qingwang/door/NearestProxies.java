package org.qingwang.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Keeps of {@code X-Forwarded-For} what our own proxies wrote, and forgets what a reader wrote before them. The container
 * takes every private address in that list for a proxy and looks further: whoever sits in an agency's own network, behind
 * a proxy that appends, could name any address and be counted by it.
 */
@Component
@ConditionalOnProperty(name = "server.forward-headers-strategy", havingValue = "native")
class NearestProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final int proxies;

    NearestProxies(@Value("${qingwang.proxies:1}") int proxies) {
        this.proxies = proxies;
    }

    /** Before Spring Boot adds the part of the container that reads the header. */
    @Override
    public int getOrder() {
        return -1;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Shortened());
    }

    /** @return the last entries, one for each proxy, whether they came in one header or in several */
    static String nearest(List<String> headers, int proxies) {
        List<String> entries = headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
        return String.join(", ", entries.subList(Math.max(0, entries.size() - proxies), entries.size()));
    }

    private final class Shortened extends ValveBase {

        private Shortened() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            List<String> headers = new ArrayList<>(Collections.list(request.getHeaders(FORWARDED_FOR)));
            if (!headers.isEmpty()) {
                request.getCoyoteRequest()
                        .getMimeHeaders()
                        .setValue(FORWARDED_FOR)
                        .setString(nearest(headers, proxies));
            }
            getNext().invoke(request, response);
        }
    }
}
