package org.qingwang.law;

/** Why a period may stand still, where its rule says so. */
public enum SuspensionGround {
    /** Testing, inspection, appraisal by an expert. */
    TESTING,
    /** The rights holder looks whether the goods are genuine. */
    IDENTIFICATION,
    HEARING,
    /** Service by public notice. */
    PUBLIC_NOTICE,
    /** The case is suspended: title in dispute, or another proceeding decides it. */
    CASE_SUSPENDED,
    /** Delay by notarisation that the rights holder cannot avoid. */
    NOTARISATION;

    public String messageKey() {
        return "law.ground." + name();
    }
}
