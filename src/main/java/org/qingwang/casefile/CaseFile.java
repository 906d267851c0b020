package org.qingwang.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/**
 * A case.
 *
 * @param caseNo number as people know it, for example {@code AJ-330000-2026-000123}: region and year of its opening
 * @param intake where the complaint that opened it came in
 * @param lead who leads it; null until assigned
 * @param sellerName as the opening complaint gave it; null if unknown
 * @param sellerRegion as the opening complaint gave it; null if unknown
 * @param allegedValue value of the goods as the complaint alleges, in CNY; null if unknown
 * @param result what came of it; null until recorded
 * @param closedAt null while open
 * @param referral how far it is on its way to the police
 * @param linked whether it gave or took a lead
 * @param supervised whether the campaign office follows it by name
 * @param coordinated whether it was ever supervised, assisted on request or disputed: only then is there more to read
 * @param disputeNo the open dispute on its competence; null if there is none
 * @param designated whom the common superior designated to lead it; null if it had not to
 * @param joinedTo the case about the same act that went on with its complaints; null if none did
 */
public record CaseFile(
        String caseNo,
        CaseStatus status,
        Jurisdiction intake,
        Jurisdiction lead,
        Instant openedAt,
        Instant closedAt,
        String sellerName,
        String sellerRegion,
        String platform,
        String rightName,
        String registrationNo,
        String goods,
        BigDecimal allegedValue,
        CaseResult result,
        CaseReferral referral,
        boolean linked,
        boolean supervised,
        boolean coordinated,
        String disputeNo,
        Jurisdiction designated,
        String joinedTo) {

    public boolean isClosed() {
        return status == CaseStatus.CLOSED;
    }

    public Optional<Jurisdiction> leadJurisdiction() {
        return Optional.ofNullable(lead);
    }

    /** Whether the common superior has to say who leads it. */
    public boolean isDisputed() {
        return disputeNo != null;
    }

    /** Whom the common superior designated to lead it. */
    public Optional<Jurisdiction> designatedLead() {
        return Optional.ofNullable(designated);
    }

    public Optional<CaseResult> recordedResult() {
        return Optional.ofNullable(result);
    }
}
