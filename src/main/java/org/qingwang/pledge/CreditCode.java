package org.qingwang.pledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingwang.common.BadInput;

/** A unified social credit code, by which every firm is known (GB 32100-2015). */
public record CreditCode(String value) {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int BASE = SIGNS.length();
    private static final int FACTOR = 3;
    private static final int LONGEST_SHOWN = 30;

    public CreditCode {
        if (!isRight(value)) {
            throw new IllegalArgumentException("no credit code: " + value);
        }
    }

    /** @return the code as people write it, with blanks or in small letters; empty if its check digit does not fit */
    public static Optional<CreditCode> read(String written) {
        String code = written == null ? "" : written.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return isRight(code) ? Optional.of(new CreditCode(code)) : Optional.empty();
    }

    /**
     * @param written codes with commas, blanks or line ends between them
     * @throws BadInput at the first that is none
     */
    public static List<CreditCode> readAll(String written) {
        return Arrays.stream(written.split("[\\s,;，；、]+"))
                .filter(code -> !code.isBlank())
                .map(code -> read(code).orElseThrow(() -> new BadInput("codes", "pledge.firm.code", shortened(code))))
                .toList();
    }

    private static String shortened(String code) {
        return code.length() > LONGEST_SHOWN ? code.substring(0, LONGEST_SHOWN) + "…" : code;
    }

    private static boolean isRight(String code) {
        if (code == null || code.length() != LENGTH || !code.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += SIGNS.indexOf(code.charAt(i)) * weight;
            weight = weight * FACTOR % BASE;
        }
        return SIGNS.charAt((BASE - sum % BASE) % BASE) == code.charAt(LENGTH - 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
