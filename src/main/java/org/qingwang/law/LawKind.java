package org.qingwang.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of rules; each has its file. */
public enum LawKind {
    DEADLINES(DeadlineRule.class),
    FINES(FineRule.class),
    THRESHOLDS(ThresholdRule.class),
    SECURITIES(SecurityRule.class),
    REFERENCES(LegalReference.class);

    private final Class<? extends LawRule> type;

    LawKind(Class<? extends LawRule> type) {
        this.type = type;
    }

    Class<? extends LawRule> type() {
        return type;
    }

    /** @return the list's name in its file, for example {@code deadlines} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String fileName() {
        return key() + ".yaml";
    }

    public String messageKey() {
        return "law.kind." + name();
    }

    static Optional<LawKind> ofFile(String fileName) {
        return Arrays.stream(values())
                .filter(kind -> kind.fileName().equals(fileName))
                .findFirst();
    }

    static LawKind of(LawRule rule) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(rule))
                .findFirst()
                .orElseThrow();
    }
}
