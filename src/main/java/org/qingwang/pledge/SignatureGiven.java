package org.qingwang.pledge;

import org.qingwang.common.BadInput;

/**
 * What somebody fills in to sign.
 *
 * @param digest of what was shown
 * @param name the signatory, typed
 * @param role by which authority
 */
public record SignatureGiven(String digest, String name, String role) {

    private static final int LONGEST = 200;

    /**
     * @param authorised whether the person said to be authorised
     * @throws BadInput if something is missing
     */
    public static SignatureGiven of(String digest, String name, String role, boolean authorised) {
        if (!authorised) {
            throw new BadInput("authorised", "pledge.sign.authority");
        }
        return new SignatureGiven(
                digest == null ? "" : digest,
                line("name", name, "pledge.sign.name"),
                line("role", role, "pledge.sign.role"));
    }

    private static String line(String field, String text, String missing) {
        String given = text == null
                ? ""
                : text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        if (given.isEmpty()) {
            throw new BadInput(field, missing);
        }
        if (given.length() > LONGEST) {
            throw new BadInput(field, "pledge.too-long", LONGEST, given.length());
        }
        return given;
    }
}
