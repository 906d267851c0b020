package org.qingwang.pledge;

import java.security.SecureRandom;
import java.util.Locale;
import org.qingwang.agency.Jurisdiction;

/** Numbers of pledges, and the codes on their certificates. */
final class PledgeNumbers {

    /** Without signs that are taken for each other. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 16;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PledgeNumbers() {}

    static String number(Jurisdiction jurisdiction, int year, long next) {
        return "CNS-%s-%d-%06d".formatted(jurisdiction.region(), year, next);
    }

    /** 80 random bits: nobody finds a certificate by trying. */
    static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    /** A code as it is kept, however somebody typed it. */
    static String asKept(String typed) {
        String plain = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
        return plain.length() == CODE_LENGTH ? plain.replaceAll("(.{4})(?=.)", "$1-") : "";
    }
}
