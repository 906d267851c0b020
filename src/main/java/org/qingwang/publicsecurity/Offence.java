package org.qingwang.publicsecurity;

import java.util.Optional;

/** The offences of the Criminal Law that counterfeiting online leads to. */
public enum Offence {
    /** Art. 213, goods: the same mark on the same goods. */
    COUNTERFEIT_MARK("crime.counterfeit-mark"),
    /** Art. 213, services. Counted by gains of its own, which the law data does not hold yet. */
    COUNTERFEIT_SERVICE_MARK(null),
    /** Art. 214: knowingly selling goods with counterfeit marks. */
    SELLING_COUNTERFEITS("crime.selling-counterfeits"),
    /** Art. 215: making or selling the marks themselves. */
    ILLEGAL_MARKS("crime.illegal-marks"),
    /** Art. 218: selling infringing copies. */
    INFRINGING_COPIES("crime.selling-infringing-copies"),
    /** Art. 140: making or selling fake or shoddy goods. */
    SHODDY_GOODS("crime.shoddy-goods");

    private final String ruleId;

    Offence(String ruleId) {
        this.ruleId = ruleId;
    }

    /** @return its rule in {@code law/thresholds.yaml}; empty if no figures are known for it */
    public Optional<String> ruleId() {
        return Optional.ofNullable(ruleId);
    }

    public String messageKey() {
        return "publicsecurity.offence." + name();
    }
}
