package org.qingwang.complaint;

import java.util.Set;

/** The 34 regions of province level in GB/T 2260. */
final class Provinces {

    private static final Set<String> FIRST_TWO_DIGITS = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");

    private Provinces() {}

    /** Whether a six-digit code lies in a region we know: the province itself or a place in it. */
    static boolean isKnown(String code) {
        return code.matches("\\d{6}") && FIRST_TWO_DIGITS.contains(code.substring(0, 2));
    }
}
