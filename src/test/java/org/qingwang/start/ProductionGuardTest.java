package org.qingwang.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

/** Without this, a ministry's server could go live with a password that stands in a public README. */
class ProductionGuardTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "spring.datasource.url", "jdbc:postgresql://db:5432/qingwang",
            "spring.datasource.username", "qingwang",
            "spring.datasource.password", "vT9-rrK2-wq81-Zd",
            "qingwang.administrator.password", "Hj7-ppW3-xe55-Lk",
            "spring.mail.host", "mail.example.org",
            "qingwang.mail.from", "qingwang@example.org",
            "qingwang.address", "https://qingwang.example.org"));

    @Test
    void aCompleteConfigurationStarts() {
        assertThatCode(() -> start("prod")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, SPRING_DATASOURCE_URL",
        "spring.datasource.username, SPRING_DATASOURCE_USERNAME",
        "spring.datasource.password, SPRING_DATASOURCE_PASSWORD",
        "spring.mail.host, SPRING_MAIL_HOST",
        "qingwang.mail.from, QINGWANG_MAIL_FROM",
        "qingwang.address, QINGWANG_ADDRESS"
    })
    void whatIsMissingIsNamed(String property, String variable) {
        settings.remove(property);
        assertThatThrownBy(() -> start("prod")).hasMessageContaining(variable);
        settings.put(property, " ");
        assertThatThrownBy(() -> start("prod")).hasMessageContaining(variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "short", "Qingwang-2026!", "change-me-change", "password", "change-me-1234567"})
    void aPasswordEverybodyGuessesIsNone(String password) {
        settings.put("spring.datasource.password", password);
        settings.put("qingwang.administrator.password", password);
        assertThatThrownBy(() -> start("prod"))
                .hasMessageContaining("SPRING_DATASOURCE_PASSWORD")
                .hasMessageContaining("QINGWANG_ADMINISTRATOR_PASSWORD");
    }

    @Test
    void passwordsAreNotHashedFasterThanTheyShouldBe() {
        settings.put("qingwang.sign-in.hash-rounds", "1000");
        assertThatThrownBy(() -> start("prod")).hasMessageContaining("qingwang.sign-in.hash-rounds");
    }

    @Test
    void everythingWrongIsNamedAtOnceAndTheWayOutToo() {
        settings.clear();
        assertThatThrownBy(() -> start("prod", "demo")).satisfies(failure -> {
            var analysis = new StartRefusedAnalyzer().analyze(failure);
            assertThat(analysis.getDescription())
                    .contains(
                            "demo",
                            "SPRING_DATASOURCE_URL",
                            "SPRING_DATASOURCE_USERNAME",
                            "SPRING_DATASOURCE_PASSWORD");
            assertThat(analysis.getAction()).contains("docker/.env.example");
        });
    }

    @Test
    void theDemonstrationNeedsNothing() {
        settings.clear();
        assertThatCode(() -> start("demo")).doesNotThrowAnyException();
    }

    private void start(String... profiles) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment().setActiveProfiles(profiles);
        TestPropertyValues.of(settings).applyTo(context);
        new ProductionGuard().initialize(context);
    }
}
