package org.qingwang.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.annotation.UserConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Whoever steals the table of accounts must not be able to try thousands of passwords a second. */
class StretchedPasswordTest {

    private static final String WORD = "Qingwang-2026!";

    private final StretchedPassword password = new StretchedPassword(StretchedPassword.RECOMMENDED_ROUNDS);

    @Test
    void aPasswordIsKnownByItsHashAndNoOtherIs() {
        String hash = password.encrypt(WORD);
        assertThat(password.check(WORD, hash)).isTrue();
        assertThat(password.check("Qingwang-2026?", hash)).isFalse();
    }

    @Test
    void theSamePasswordOfTwoPeopleLooksDifferent() {
        assertThat(password.encrypt(WORD)).isNotEqualTo(password.encrypt(WORD));
    }

    /** 210,000: OWASP's recommendation; a hash made with fewer is another one. */
    @Test
    void whereNothingElseIsSaidAHashTakesTheRecommendedRounds() {
        new ApplicationContextRunner()
                .withConfiguration(UserConfigurations.of(IdentityPlugin.class))
                .run(context -> {
                    StandaloneInMemProcessEngineConfiguration engine = new StandaloneInMemProcessEngineConfiguration();
                    context.getBean(IdentityPlugin.class).preInit(engine);
                    assertThat(engine.getPasswordEncryptor().hashAlgorithmName())
                            .isEqualTo("PBKDF2-SHA512-210000");
                    String hash = engine.getPasswordEncryptor().encrypt(WORD);
                    assertThat(password.check(WORD, hash)).isTrue();
                    assertThat(new StretchedPassword(1000).check(WORD, hash)).isFalse();
                });
    }
}
