package org.qingwang.publicsecurity;

import java.math.BigDecimal;
import org.qingwang.law.Threshold;

/** A threshold of the law beside what was counted for it. */
public record Compared(Threshold threshold, BigDecimal counted) {

    public boolean reached() {
        return counted.compareTo(threshold.amount()) >= 0;
    }
}
