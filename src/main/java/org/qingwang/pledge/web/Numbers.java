package org.qingwang.pledge.web;

import java.math.BigDecimal;
import org.qingwang.common.BadInput;

/** Reads figures people type. */
final class Numbers {

    private static final String FORM = "\\d{1,12}(\\.\\d{1,4})?";

    private Numbers() {}

    /** @throws BadInput if it is no figure of at most twelve digits before and four behind the point */
    static BigDecimal read(String field, String typed) {
        String plain = typed.replaceAll("[\\s,，]", "");
        if (!plain.matches(FORM)) {
            throw new BadInput(
                    field, "pledge.return.figure", typed.length() > 40 ? typed.substring(0, 40) + "…" : typed);
        }
        return new BigDecimal(plain);
    }
}
