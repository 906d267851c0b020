package org.qingwang.common;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret part of a personal link: 256 random bits, of which only a digest is kept. */
public final class LinkSecret {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkSecret() {}

    /** @return a new secret, as it stands in an address */
    public static String make() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** @return what is kept of a secret; empty if the text cannot be one */
    public static Optional<byte[]> digest(String secret) {
        return secret != null && FORM.matcher(secret).matches() ? Optional.of(Sha256.of(secret)) : Optional.empty();
    }
}
