package org.qingwang.law;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How high a fine may be, in one version of the law. Amounts in CNY.
 *
 * @param id the same through all versions, for example {@code trademark.infringement}
 * @param name the infringement, English
 * @param nameZh the infringement, Chinese
 * @param from first day of conduct it applies to; it also names the version
 * @param to last such day, or null while the version is in force
 * @param basis the article
 * @param threshold illegal business amount from which the fine is counted in multiples of it
 * @param flatMaximum highest fine below the threshold
 * @param times highest multiple of the illegal business amount from the threshold on
 * @param verified false if the figures were not checked against the text of the law
 * @param heavierFrom share of the maximum from which a heavier penalty usually lies; a guide, not a limit of the law
 * @param heavierVerified false if that share was not checked at its source
 * @param note what an officer should know about it, or null
 */
public record FineRule(
        String id,
        String name,
        String nameZh,
        LocalDate from,
        LocalDate to,
        LegalBasis basis,
        BigDecimal threshold,
        BigDecimal flatMaximum,
        BigDecimal times,
        boolean verified,
        BigDecimal heavierFrom,
        boolean heavierVerified,
        String note) {

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    BigDecimal maximum(BigDecimal illegalBusiness) {
        return illegalBusiness.compareTo(threshold) < 0 ? flatMaximum : illegalBusiness.multiply(times);
    }
}
