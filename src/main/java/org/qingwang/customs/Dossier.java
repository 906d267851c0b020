package org.qingwang.customs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Everything customs recorded on a case, for whoever has to read it as a whole. What has not happened is null.
 *
 * @param determinations each time customs determined, the first first: the head may have sent the case back
 * @param decisions each decision of the head, the first first
 */
public record Dossier(
        Detention detention,
        Examination examination,
        RequiredSecurity required,
        Application application,
        HolderNotice notice,
        HolderAnswer answer,
        Detained detained,
        List<Determination> determinations,
        CourtRecord court,
        List<Confiscation> decisions,
        Disposal disposal,
        Release release,
        Settlement settlement) {

    /** @return the security the holder gave; empty if none */
    public Optional<Security> security() {
        if (application != null && application.isAccepted()) {
            return Optional.of(application.security());
        }
        return Optional.ofNullable(answer).filter(HolderAnswer::applies).map(HolderAnswer::security);
    }

    /** @return the decision by which the goods were confiscated; empty if there is none */
    public Optional<Confiscation> confiscation() {
        return decisions.stream()
                .filter(decision -> decision.decision() == Confiscation.Decision.CONFISCATE)
                .findFirst();
    }

    /** @return what can be set against costs; of a general security what this case draws, since nothing of it is returned */
    public BigDecimal securityAmount() {
        BigDecimal given = security().map(Security::amount).orElse(BigDecimal.ZERO);
        boolean isGeneral = security()
                .filter(security -> security.kind() == SecurityKind.GENERAL)
                .isPresent();
        return isGeneral && settlement != null ? settlement.total().min(given) : given;
    }
}
