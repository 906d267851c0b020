package org.qingwang.start;

import java.util.List;
import org.qingwang.common.StartNotice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells at the console where to go once the application is ready. */
@Component
class StartBanner {

    private final ObjectProvider<StartNotice> notices;
    private final ObjectProvider<BuildProperties> build;
    private final Environment environment;

    StartBanner(ObjectProvider<StartNotice> notices, ObjectProvider<BuildProperties> build, Environment environment) {
        this.notices = notices;
        this.build = build;
        this.environment = environment;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null
                && web.getWebServer().getPort() > 0) {
            System.out.println(text(address(web.getWebServer().getPort())));
        }
    }

    private String address(int port) {
        boolean tls = environment.getProperty("server.ssl.enabled", Boolean.class, false);
        return (tls ? "https" : "http") + "://localhost:" + port
                + environment.getProperty("server.servlet.context-path", "");
    }

    String text(String address) {
        StringBuilder text = new StringBuilder("\n");
        line(text, "Qingwang " + version() + " is ready, profile " + profiles());
        line(text, "");
        line(text, "  Staff pages      " + address + "/desk");
        line(text, "  Tasklist         " + address + "/camunda/app/tasklist/");
        line(text, "  Cockpit          " + address + "/camunda/app/cockpit/");
        line(text, "  API description  " + address + "/api/v1/openapi.json");
        notices.orderedStream().map(StartNotice::lines).forEach(lines -> notice(text, lines));
        return text.toString();
    }

    private static void notice(StringBuilder text, List<String> lines) {
        line(text, "");
        lines.forEach(line -> line(text, "  " + line));
    }

    private static void line(StringBuilder text, String line) {
        text.append("  ").append(line).append(System.lineSeparator());
    }

    private String version() {
        BuildProperties properties = build.getIfAvailable();
        return properties == null ? "" : properties.getVersion();
    }

    private String profiles() {
        String[] active = environment.getActiveProfiles();
        return String.join(", ", active.length == 0 ? environment.getDefaultProfiles() : active);
    }
}
