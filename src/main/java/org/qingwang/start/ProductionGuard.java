package org.qingwang.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Profile {@code prod} refuses what only a demonstration may have, before anything starts. */
class ProductionGuard implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    static final String PROFILE = "prod";

    /** What people leave standing from an example, or type when they mean to change it later. */
    private static final Set<String> NO_SECRETS = Set.of("postgres", "qingwang", "password", "secret", "admin");

    private static final int SHORTEST_SECRET = 12;

    /** Before the embedded database would start. */
    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of(PROFILE))) {
            return;
        }
        List<String> faults = faults(environment);
        if (!faults.isEmpty()) {
            throw new NotFitForProduction(faults);
        }
    }

    private static List<String> faults(Environment environment) {
        List<String> faults = new ArrayList<>();
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            faults.add("SPRING_PROFILES_ACTIVE names demo too, whose accounts have a published password.");
        }
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
            faults.add("SPRING_DATASOURCE_URL is missing, and the embedded database is for the demonstration.");
        }
        if (!StringUtils.hasText(environment.getProperty("spring.datasource.username"))) {
            faults.add("SPRING_DATASOURCE_USERNAME is missing.");
        }
        if (!isSecret(environment.getProperty("spring.datasource.password"))) {
            faults.add("SPRING_DATASOURCE_PASSWORD is missing, shorter than " + SHORTEST_SECRET
                    + " characters or a word everybody guesses.");
        }
        String administrator = environment.getProperty("qingwang.administrator.password");
        if (StringUtils.hasText(administrator) && !isSecret(administrator)) {
            faults.add("QINGWANG_ADMINISTRATOR_PASSWORD is shorter than " + SHORTEST_SECRET
                    + " characters or a word everybody guesses.");
        }
        if (!StringUtils.hasText(environment.getProperty("spring.mail.host"))) {
            faults.add(
                    "SPRING_MAIL_HOST is missing (with SPRING_MAIL_PORT, SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD"
                            + " as your mail server wants them): receipts, invitations and links go by mail.");
        }
        if (!StringUtils.hasText(environment.getProperty("qingwang.mail.from"))) {
            faults.add("QINGWANG_MAIL_FROM is missing, the address mails are sent from.");
        }
        if (!StringUtils.hasText(environment.getProperty("qingwang.address"))) {
            faults.add(
                    "QINGWANG_ADDRESS is missing, such as https://qingwang.example.org: links in mails begin with it.");
        }
        if (environment.getProperty("qingwang.sign-in.hash-rounds") != null) {
            faults.add(
                    "qingwang.sign-in.hash-rounds is for tests: remove it, and passwords are hashed as they should be.");
        }
        return faults;
    }

    private static boolean isSecret(String value) {
        if (value == null || value.strip().length() < SHORTEST_SECRET) {
            return false;
        }
        String letters = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return !NO_SECRETS.contains(letters) && !letters.startsWith("changeme");
    }
}
