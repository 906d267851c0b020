package org.qingwang.law;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The facts a fine depends on.
 *
 * @param endedOn last day of the conduct; conduct that goes on counts as a whole under the law of its last day
 * @param illegalBusiness value of the infringing goods, sold and unsold, in CNY; zero if there was no business
 * @param heavier infringed before within five years, or other serious circumstances
 * @param innocentSeller did not know, obtained the goods lawfully and named who supplied them
 */
public record Infringement(LocalDate endedOn, BigDecimal illegalBusiness, boolean heavier, boolean innocentSeller) {

    public Infringement {
        if (illegalBusiness.signum() < 0) {
            throw new IllegalArgumentException("illegal business of " + illegalBusiness);
        }
    }
}
