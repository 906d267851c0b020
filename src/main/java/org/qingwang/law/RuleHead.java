package org.qingwang.law;

import java.time.LocalDate;

/**
 * What every rule of law has, whatever it rules.
 *
 * @param id the same through all versions, for example {@code commerce.service}
 * @param name what it is about, English
 * @param nameZh what it is about, Chinese
 * @param versionOn the date that chooses the version
 * @param lighterNewLaw whether a version in force at the decision applies to older conduct if it is lighter
 *     (Administrative Penalty Law art. 37)
 * @param from first day of the version; it also names it
 * @param to last such day, or null while the version is in force
 * @param basis the article it rests on
 * @param verified false if its figures were not checked against the text of the law: pages say so
 * @param note what an officer should know about it, or null
 * @param noteZh the same in Chinese, or null
 */
public record RuleHead(
        String id,
        String name,
        String nameZh,
        VersionDate versionOn,
        boolean lighterNewLaw,
        LocalDate from,
        LocalDate to,
        LegalBasis basis,
        boolean verified,
        String note,
        String noteZh) {

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
