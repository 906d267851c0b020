package org.qingwang.publicsecurity;

import java.util.List;
import java.util.Optional;
import org.qingwang.law.Threshold;
import org.qingwang.law.Threshold.Circumstance;
import org.qingwang.law.Threshold.Tier;
import org.qingwang.law.ThresholdRule;

/**
 * One offence measured by one version of the law.
 *
 * @param rule the version; null if no figures are known for the offence
 * @param compared every threshold that counts in these circumstances
 */
public record OffenceResult(Offence offence, ThresholdRule rule, List<Compared> compared) {

    public OffenceResult {
        compared = List.copyOf(compared);
    }

    static OffenceResult withoutFigures(Offence offence) {
        return new OffenceResult(offence, null, List.of());
    }

    /** @return thresholds that are reached */
    public List<Compared> reached() {
        return compared.stream().filter(Compared::reached).toList();
    }

    public boolean isReached() {
        return !reached().isEmpty();
    }

    /** @return whether it is reached only as an attempt: what was sold does not suffice, what was to be sold does */
    public boolean isAttempt() {
        return isReached()
                && reached().stream().allMatch(one -> one.threshold().circumstance() == Circumstance.ATTEMPT);
    }

    /** @return the gravest tier reached; empty if none */
    public Optional<Tier> tier() {
        return reached().stream().map(Compared::threshold).map(Threshold::tier).max(Tier::compareTo);
    }

    /** @return whether every figure it was measured by was checked against the text of the law */
    public boolean isVerified() {
        return compared.stream().allMatch(one -> one.threshold().verified());
    }

    /** Less than the other: not reached, an attempt only, or a lower tier. */
    boolean isLighterThan(OffenceResult other) {
        return gravity() < other.gravity();
    }

    private int gravity() {
        if (!isReached()) {
            return 0;
        }
        return isAttempt() ? 1 : 2 + tier().orElseThrow().ordinal();
    }
}
