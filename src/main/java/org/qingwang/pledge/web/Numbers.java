package org.qingwang.pledge.web;

import java.math.BigDecimal;
import org.qingwang.common.BadInput;
import org.qingwang.common.WrittenNumber;

/** Reads figures people type. */
final class Numbers {

    private Numbers() {}

    /** @throws BadInput if it is no figure of at most twelve digits before and four behind the point */
    static BigDecimal read(String field, String typed) {
        return WrittenNumber.read(field, typed, "pledge.return.figure");
    }
}
