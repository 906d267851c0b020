package org.qingwang.complaint;

import java.security.MessageDigest;
import org.qingwang.common.Sha256;

/** Digests of secrets. One round of SHA-256 is enough, as a secret is 100 random bits and not a person's password. */
final class Secrets {

    /** A digest no secret has, to compare with where there is no complaint. */
    static final byte[] OF_NOBODY = new byte[32];

    private Secrets() {}

    static byte[] hash(String secret) {
        return Sha256.of(ReceiptNumbers.asMeant(secret).replaceAll("[\\s-]", ""));
    }

    /** Compares in a time that does not tell how much is right. */
    static boolean matches(String secret, byte[] hash) {
        return MessageDigest.isEqual(hash(secret), hash);
    }
}
