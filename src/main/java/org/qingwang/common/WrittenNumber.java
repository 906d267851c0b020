package org.qingwang.common;

import java.math.BigDecimal;

/** Reads numbers as people write them into a field: with or without commas between the thousands. */
public final class WrittenNumber {

    private static final String FORM = "\\d{1,12}(\\.\\d{1,4})?";
    private static final int SHOWN = 40;

    private WrittenNumber() {}

    /**
     * @param sentence message key of the refusal, which may quote what was typed
     * @throws BadInput if it is no number of at most twelve digits before and four behind the point
     */
    public static BigDecimal read(String field, String typed, String sentence) {
        String plain = typed.replaceAll("[\\s,，]", "");
        if (!plain.matches(FORM)) {
            throw new BadInput(field, sentence, typed.length() > SHOWN ? typed.substring(0, SHOWN) + "…" : typed);
        }
        return new BigDecimal(plain);
    }
}
