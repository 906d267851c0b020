package org.qingwang.law;

import java.time.LocalDate;

/** A rule of law in one version, as the files under {@code law/} hold it. */
public sealed interface LawRule permits DeadlineRule, FineRule, ThresholdRule, SecurityRule, LegalReference {

    RuleHead head();

    default String id() {
        return head().id();
    }

    default String name() {
        return head().name();
    }

    default String nameZh() {
        return head().nameZh();
    }

    default LegalBasis basis() {
        return head().basis();
    }

    default LocalDate from() {
        return head().from();
    }

    default LocalDate to() {
        return head().to();
    }

    /** Whether its figures were checked against the text of the law. */
    default boolean verified() {
        return head().verified();
    }

    default String note() {
        return head().note();
    }

    default String noteZh() {
        return head().noteZh();
    }

    default boolean isInForceOn(LocalDate day) {
        return head().isInForceOn(day);
    }
}
