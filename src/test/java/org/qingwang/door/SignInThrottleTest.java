package org.qingwang.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.common.Sha256;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Guessing passwords is slow, and a stranger who guesses does not keep the officer out. */
@QingwangTest
class SignInThrottleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SignInThrottle throttle;

    private final String address = "203.0.113." + UUID.randomUUID();

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    @Test
    void aStrangerIsStoppedAfterSixTriesAndTheOfficersOwnBrowserIsNot() {
        HttpUser officer = HttpUser.signedIn(port, "commerce-bj-legal");
        officer.signOut();
        HttpUser stranger = HttpUser.stranger(port);
        for (int guess = 0; guess < 6; guess++) {
            assertThat(target(stranger.signIn("commerce-bj-legal", "Guess-number-" + guess)))
                    .endsWith("/login?wrong");
        }

        assertThat(target(stranger.signIn("commerce-bj-legal", HttpUser.DEMO_PASSWORD)))
                .as("not even the right password, or the answer would tell it")
                .contains("/login?wait=");
        assertThat(target(officer.signIn("commerce-bj-legal", HttpUser.DEMO_PASSWORD)))
                .endsWith("/desk");
        assertThat(target(HttpUser.stranger(port).signIn("commerce-bj", HttpUser.DEMO_PASSWORD)))
                .as("a colleague behind the same address")
                .endsWith("/desk");
    }

    @Test
    void anUnknownNameIsCountedLikeAKnownOne() {
        HttpUser stranger = HttpUser.stranger(port);
        String name = "nobody-" + UUID.randomUUID();
        for (int guess = 0; guess < 6; guess++) {
            assertThat(target(stranger.signIn(name, "Guess-number-" + guess))).endsWith("/login?wrong");
        }

        assertThat(target(stranger.signIn(name, "Guess-number-7"))).contains("/login?wait=");
    }

    @Test
    void aForgedMarkOfAKnownBrowserIsWorthNothing() {
        HttpUser stranger = HttpUser.stranger(port)
                .plant(
                        "known-" + Sha256.hex("commerce-sh-legal").substring(0, 16),
                        UUID.randomUUID() + "." + "0".repeat(64));
        for (int guess = 0; guess < 6; guess++) {
            stranger.signIn("commerce-sh-legal", "Guess-number-" + guess);
        }

        assertThat(target(stranger.signIn("commerce-sh-legal", "Guess-number-7")))
                .contains("/login?wait=");
    }

    @Test
    void triesComeBackWithTime() {
        SignInSource source = new SignInSource(address, "li", Optional.empty());
        exhaust(source, 6);

        assertThatThrownBy(() -> throttle.begin(source))
                .isInstanceOfSatisfying(
                        TooManyTries.class, wait -> assertThat(wait.minutes()).isEqualTo(3));
        ClockUtil.offset(Duration.ofMinutes(3).toMillis());

        assertThatCode(() -> throttle.begin(source)).doesNotThrowAnyException();
    }

    @Test
    void oneAddressDoesNotTryAllAccounts() {
        for (int person = 0; person < 60; person++) {
            throttle.begin(new SignInSource(address, "person-" + person, Optional.empty()));
        }

        SignInSource next = new SignInSource(address, "person-60", Optional.empty());
        assertThatThrownBy(() -> throttle.begin(next)).isInstanceOf(TooManyTries.class);
        SignInSource known = new SignInSource(
                address, "person-60", Optional.of(UUID.randomUUID().toString()));
        assertThatCode(() -> throttle.begin(known)).doesNotThrowAnyException();
    }

    @Test
    void signingInForgetsWhatWasMistyped() {
        SignInSource source = new SignInSource(address, "li", Optional.empty());
        exhaust(source, 5);

        throttle.begin(source).succeeded();

        exhaust(source, 6);
    }

    @Test
    void oldSourcesAreForgotten() {
        throttle.begin(new SignInSource(address, "li", Optional.empty()));
        ClockUtil.offset(Duration.ofDays(1).toMillis());

        assertThatCode(throttle::forgetOldSources).doesNotThrowAnyException();
        exhaust(new SignInSource(address, "li", Optional.empty()), 6);
    }

    private void exhaust(SignInSource source, int tries) {
        for (int attempt = 0; attempt < tries; attempt++) {
            throttle.begin(source);
        }
    }

    private static String target(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
