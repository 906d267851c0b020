package org.qingwang.commerce.measure;

/** What may be done to goods and papers while a case is investigated. */
public enum MeasureKind {
    /** Evidence that may be lost is registered and kept where it is (Administrative Penalty Law art. 56). */
    REGISTRATION("commerce.advance-registration"),
    /** Premises or goods are sealed (Administrative Compulsion Law art. 22). */
    SEALING("commerce.seizure"),
    /** Goods are taken away. */
    SEIZURE("commerce.seizure");

    private final String rule;

    MeasureKind(String rule) {
        this.rule = rule;
    }

    /** @return the period after which it ends by itself */
    String rule() {
        return rule;
    }

    public String messageKey() {
        return "commerce.measure-kind." + name();
    }
}
