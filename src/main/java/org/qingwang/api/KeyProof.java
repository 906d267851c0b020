package org.qingwang.api;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What follows from having shown a key, and from nothing the database holds: the same for the same purpose each time the
 * key is shown. So a secret can be told again to whoever was told it first, without keeping it.
 */
public final class KeyProof {

    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec key;

    KeyProof(String plainKey) {
        this.key = new SecretKeySpec(plainKey.getBytes(StandardCharsets.US_ASCII), MAC);
    }

    /** @return 32 bytes that nobody without the key can guess */
    public byte[] of(String purpose) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }
}
