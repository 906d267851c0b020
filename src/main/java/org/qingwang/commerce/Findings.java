package org.qingwang.commerce;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.qingwang.law.Infringement;

/**
 * What the investigation found. Amounts in CNY.
 *
 * @param infringement what the seller did
 * @param facts the facts in words
 * @param conductFrom first day of the conduct
 * @param conductTo its last day, which decides the law that applies
 * @param inspection the inspection on site
 * @param identification whether the goods are counterfeit
 * @param goods what was sold and found, and what it is worth
 * @param seizure what was sealed or seized; null if nothing
 * @param source who supplied a seller that did not know; null if the seller does not qualify
 * @param earlierDecisionNo an infringement punished within five years; null if none
 * @param seriousReason other serious circumstances; null if none
 * @param crimeNote why a crime is suspected; null if none is
 * @param proposal how the officer proposes to decide
 * @param proposedFine null unless a penalty is proposed
 */
public record Findings(
        InfringementKind infringement,
        String facts,
        LocalDate conductFrom,
        LocalDate conductTo,
        Inspection inspection,
        Identified identification,
        Goods goods,
        Seizure seizure,
        Source source,
        String earlierDecisionNo,
        String seriousReason,
        String crimeNote,
        DecisionKind proposal,
        BigDecimal proposedFine) {

    public Findings {
        proposedFine = Cents.of(proposedFine);
    }

    /**
     * An inspection by at least two officers (Administrative Penalty Law art. 42).
     *
     * @param firstOfficer name and certificate number
     * @param secondOfficer name and certificate number of another officer
     */
    public record Inspection(LocalDate on, String place, String firstOfficer, String secondOfficer) {}

    /**
     * What the rights holder or an expert said.
     *
     * @param by who identified the goods; null if nobody did
     * @param on when; null if nobody did
     */
    public record Identified(Identification result, String by, LocalDate on) {}

    /**
     * The goods.
     *
     * @param soldValue at the prices really paid
     * @param valuation how the unsold goods were valued; null if none were found
     * @param illegalGains gains established; zero if none
     */
    public record Goods(
            BigDecimal soldQuantity,
            BigDecimal soldValue,
            BigDecimal unsoldQuantity,
            BigDecimal unsoldValue,
            Valuation valuation,
            BigDecimal illegalGains) {

        public Goods {
            soldQuantity = Cents.orZero(soldQuantity);
            soldValue = Cents.orZero(soldValue);
            unsoldQuantity = Cents.orZero(unsoldQuantity);
            unsoldValue = Cents.orZero(unsoldValue);
            illegalGains = Cents.orZero(illegalGains);
        }

        /** @return the illegal business amount: sold and unsold goods together */
        public BigDecimal illegalBusiness() {
            return soldValue.add(unsoldValue);
        }
    }

    /** Goods sealed or seized, by which document. */
    public record Seizure(BigDecimal quantity, LocalDate on, String documentNo) {

        public Seizure {
            quantity = Cents.of(quantity);
        }
    }

    /**
     * Who supplied the goods, and what proves the lawful purchase.
     *
     * @param region GB/T 2260 code of the supplier's province; null if unknown
     */
    public record Source(String name, String address, String region, String proof) {}

    /** Whether the law calls for a heavier penalty: infringed before within five years, or serious circumstances. */
    public boolean isHeavier() {
        return earlierDecisionNo != null || seriousReason != null;
    }

    /** Whether the seller did not know and named a lawful source. */
    public boolean isInnocentSeller() {
        return source != null;
    }

    public Optional<Seizure> seized() {
        return Optional.ofNullable(seizure);
    }

    /**
     * @param repeated whether other cases show an infringement within five years, ticked or not
     * @return the facts a fine depends on
     */
    Infringement asInfringement(boolean repeated) {
        return new Infringement(conductTo, goods.illegalBusiness(), isHeavier() || repeated, isInnocentSeller());
    }
}
