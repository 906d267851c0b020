package org.qingwang.engine.identity;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Passwords hashed slowly. The engine's own single SHA-512 lets whoever gets hold of the table try thousands of millions
 * of passwords a second.
 */
final class StretchedPassword implements PasswordEncryptor {

    /** OWASP's recommendation of 2023 for PBKDF2 with HMAC-SHA-512. */
    static final int RECOMMENDED_ROUNDS = 210_000;

    private static final int SALT_BYTES = 16;

    private final int rounds;
    private final Pbkdf2PasswordEncoder encoder;

    StretchedPassword(int rounds) {
        this.rounds = rounds;
        this.encoder =
                new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA512-" + rounds;
    }
}
