package org.qingwang.complaint;

import java.util.Optional;

/**
 * What the complainant takes home: a number to name the complaint by and a secret to follow it with.
 *
 * @param receiptNo for example {@code TS-20261122-7K3M9QX2}
 * @param secret shown once, when the complaint is filed, and kept only as a digest; empty when the complaint had been
 *     filed before under the same key
 */
public record Receipt(String receiptNo, Optional<String> secret) {

    static Receipt ofNew(String receiptNo, String secret) {
        return new Receipt(receiptNo, Optional.of(secret));
    }

    static Receipt ofKnown(String receiptNo) {
        return new Receipt(receiptNo, Optional.empty());
    }

    /** A secret made of these random bytes, 20 or more: the same bytes give the same one. */
    public static String secretOf(byte[] bytes) {
        return ReceiptNumbers.secretOf(bytes);
    }

    /** Whether it is the complainant's own, with its secret, rather than that of whoever filed the complaint before. */
    public boolean isNew() {
        return secret.isPresent();
    }

    /** Shows the number and hides the secret, so that a receipt in a log opens nothing. */
    @Override
    public String toString() {
        return receiptNo;
    }
}
