package org.qingwang.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qingwang.common.BadInput;
import org.springframework.stereotype.Component;

/** Computes lawful fines from {@code law/fines.yaml}. */
@Component
public class FineRanges {

    /** Trademark Law 2019 art. 60, from 2027 art. 74. */
    public static final String TRADEMARK_INFRINGEMENT = "trademark.infringement";

    private static final String FILE = "law/fines.yaml";

    private final Map<String, List<FineRule>> versionsById = new TreeMap<>();

    private record Fines(List<Entry> fines) {}

    private record Entry(String id, String name, String nameZh, List<Version> versions) {}

    private record Version(
            LocalDate from,
            LocalDate to,
            String law,
            String lawZh,
            String article,
            BigDecimal threshold,
            BigDecimal flatMaximum,
            BigDecimal times,
            boolean verified,
            BigDecimal heavierFrom,
            boolean heavierVerified,
            String note) {

        FineRule of(Entry entry) {
            return new FineRule(
                    entry.id(),
                    entry.name(),
                    entry.nameZh(),
                    from,
                    to,
                    new LegalBasis(law, lawZh, article),
                    threshold,
                    flatMaximum,
                    times,
                    verified,
                    heavierFrom,
                    heavierVerified,
                    note);
        }
    }

    FineRanges() {
        this(FILE);
    }

    FineRanges(String file) {
        for (Entry entry : LawFiles.read(file, Fines.class).fines()) {
            versionsById.put(
                    entry.id(),
                    entry.versions().stream().map(version -> version.of(entry)).toList());
        }
    }

    /**
     * The lawful range. The law of the time of the conduct applies, unless the law at the decision is lighter
     * (Administrative Penalty Law art. 37).
     *
     * @param ruleId for example {@link #TRADEMARK_INFRINGEMENT}
     * @param facts the infringement
     * @param decidedOn the day of the decision
     * @throws BadInput if the conduct ended before any version known here
     */
    public FineRange lawful(String ruleId, Infringement facts, LocalDate decidedOn) {
        FineRule atConduct = inForce(ruleId, facts.endedOn());
        FineRule atDecision = inForce(ruleId, decidedOn);
        BigDecimal amount = facts.illegalBusiness();
        boolean newLawIsLighter = atDecision.maximum(amount).compareTo(atConduct.maximum(amount)) < 0;
        return range(newLawIsLighter ? atDecision : atConduct, facts);
    }

    /** @return one version, as a decision remembers it */
    public Optional<FineRule> version(String ruleId, LocalDate from) {
        return versionsById.getOrDefault(ruleId, List.of()).stream()
                .filter(rule -> rule.from().equals(from))
                .findFirst();
    }

    private static FineRange range(FineRule rule, Infringement facts) {
        BigDecimal amount = facts.illegalBusiness();
        if (facts.innocentSeller()) {
            return new FineRange(rule, cents(amount), zero(), zero(), null, FineRange.Reason.INNOCENT_SELLER);
        }
        BigDecimal maximum = cents(rule.maximum(amount));
        BigDecimal heavierFrom = facts.heavier() ? cents(maximum.multiply(rule.heavierFrom())) : null;
        FineRange.Reason reason =
                amount.compareTo(rule.threshold()) < 0 ? FineRange.Reason.BELOW_THRESHOLD : FineRange.Reason.MULTIPLE;
        return new FineRange(rule, cents(amount), zero(), maximum, heavierFrom, reason);
    }

    private FineRule inForce(String ruleId, LocalDate day) {
        List<FineRule> versions = versionsById.get(ruleId);
        if (versions == null) {
            throw new IllegalArgumentException(FILE + " has no rule " + ruleId);
        }
        return versions.stream()
                .filter(rule -> rule.isInForceOn(day))
                .findFirst()
                .orElseThrow(() -> new BadInput("conductTo", "law.fines.no-version", day.toString()));
    }

    private static BigDecimal zero() {
        return cents(BigDecimal.ZERO);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.DOWN);
    }
}
