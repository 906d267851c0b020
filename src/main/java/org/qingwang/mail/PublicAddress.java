package org.qingwang.mail;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Where the public reaches this installation, for links in mails: nobody's request is at hand when a timer sends one, and a
 * request could name any host.
 */
@Component
public class PublicAddress {

    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /** @param path begins with a slash */
    public String of(String path) {
        String configured = environment.getProperty("qingwang.address");
        return (StringUtils.hasText(configured) ? configured.strip().replaceFirst("/+$", "") : ownAddress()) + path;
    }

    private String ownAddress() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "");
    }
}
