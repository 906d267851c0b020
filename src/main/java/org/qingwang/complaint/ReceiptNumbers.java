package org.qingwang.complaint;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Receipt numbers and secrets as people can read them out: digits and capital letters without I, L, O and U (Crockford's
 * base 32). A number is the day, seven random characters that give away neither order nor volume, and a check character
 * that catches every wrong character and nearly every swap of two.
 */
final class ReceiptNumbers {

    private static final String PREFIX = "TS-";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("TS-\\d{8}-[" + ALPHABET + "]{8}");
    private static final int RANDOM_CHARACTERS = 7;
    private static final int SECRET_CHARACTERS = 20;
    private static final int SECRET_GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReceiptNumbers() {}

    /** A number for a complaint filed on this day. Chance may give the same one twice: the table tells. */
    static String next(LocalDate day) {
        String body = PREFIX + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + random(RANDOM_CHARACTERS);
        return body + checkCharacter(body);
    }

    /** Whether the number can be one of ours, as far as its shape and check character tell. */
    static boolean isWellFormed(String receiptNo) {
        return receiptNo != null
                && SHAPE.matcher(receiptNo).matches()
                && receiptNo.charAt(receiptNo.length() - 1)
                        == checkCharacter(receiptNo.substring(0, receiptNo.length() - 1));
    }

    /** A secret of 100 random bits, in groups for the eye. */
    static String newSecret() {
        return grouped(random(SECRET_CHARACTERS));
    }

    /** A secret made of these random bytes, 20 or more: the same bytes give the same one. */
    static String secretOf(byte[] bytes) {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < SECRET_CHARACTERS; i++) {
            secret.append(ALPHABET.charAt(bytes[i] & (ALPHABET.length() - 1)));
        }
        return grouped(secret.toString());
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{" + SECRET_GROUP + "})(?!$)", "$1-");
    }

    /** What somebody typed, with letters and digits that look alike taken for the right ones. */
    static String asMeant(String typed) {
        return typed == null
                ? ""
                : typed.strip().toUpperCase(Locale.ROOT).replace('O', '0').replaceAll("[IL]", "1");
    }

    private static String random(int characters) {
        return RANDOM.ints(characters, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** Luhn's algorithm in base 32 over the digits of the day and the random characters. */
    private static char checkCharacter(String body) {
        String counted = body.substring(PREFIX.length()).replace("-", "");
        int sum = 0;
        int factor = 2;
        for (int i = counted.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(counted.charAt(i));
            sum += addend / ALPHABET.length() + addend % ALPHABET.length();
            factor = 3 - factor;
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
