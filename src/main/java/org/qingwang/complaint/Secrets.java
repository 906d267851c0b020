package org.qingwang.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of secrets. One round of SHA-256 is enough, as a secret is 100 random bits and not a person's password. */
final class Secrets {

    /** A digest no secret has, to compare with where there is no complaint. */
    static final byte[] OF_NOBODY = new byte[32];

    private Secrets() {}

    static byte[] hash(String secret) {
        try {
            String plain = ReceiptNumbers.asMeant(secret).replaceAll("[\\s-]", "");
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Compares in a time that does not tell how much is right. */
    static boolean matches(String secret, byte[] hash) {
        return MessageDigest.isEqual(hash(secret), hash);
    }
}
