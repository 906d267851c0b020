package org.qingwang.mediation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Agency;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.WorkingCalendar;

/** What cannot be true of a dispute and its mediation, each refused with a sentence. */
final class MediationChecks {

    private static final int DECIMALS = 2;
    private static final BigDecimal MOST_MONEY = new BigDecimal("99999999999999.99");

    private final Instant now;

    MediationChecks(Instant now) {
        this.now = now;
    }

    void admission(Admission admission, Mediation mediation, NewComplaint complaint) {
        if (admission.decision() == Admission.Decision.ACCEPTED) {
            acceptance(mediation, complaint);
            return;
        }
        if (admission.decision() == Admission.Decision.REFUSED) {
            required("ground", admission.ground());
        }
        required("reason", admission.reason());
    }

    /** Market regulation mediates between two sides it can reach. */
    private static void acceptance(Mediation mediation, NewComplaint complaint) {
        if (mediation.jurisdiction().agency() != Agency.COMMERCE) {
            throw new BadInput("decision", "mediation.not-competent");
        }
        if (complaint.complainantName() == null || complaint.contact() == null) {
            throw new BadInput("decision", "mediation.complainant-unknown");
        }
        if (complaint.sellerName() == null && complaint.listingUrls().isEmpty()) {
            throw new BadInput("decision", "mediation.seller-unknown");
        }
    }

    /** @param clock the period for mediation */
    void ending(Ending ending, Mediation mediation, StatutoryClock clock) {
        between("endedOn", ending.endedOn(), WorkingCalendar.dateOf(mediation.decidedAt()));
        LocalDate last = WorkingCalendar.dateOf(clock.dueAt());
        if (clock.end().isPresent() && ending.endedOn().isAfter(last)) {
            throw new BadInput("endedOn", "mediation.too-late", ending.endedOn().toString(), last.toString());
        }
        if (ending.result() == Ending.Result.AGREED) {
            required("terms", ending.terms());
            amount(ending.amount());
        }
        if (ending.result() == Ending.Result.FAILED) {
            required("failure", ending.failure());
        }
    }

    void telling(Telling telling, Mediation mediation) {
        LocalDate ended = mediation.ending().endedOn();
        between("complainantToldOn", telling.complainantToldOn(), ended);
        required("complainantToldHow", telling.complainantToldHow());
        between("sellerToldOn", telling.sellerToldOn(), ended);
        required("sellerToldHow", telling.sellerToldHow());
    }

    private static void amount(BigDecimal amount) {
        if (amount == null) {
            return;
        }
        if (amount.signum() < 0) {
            throw new BadInput("amount", "mediation.amount-negative", amount.toPlainString());
        }
        if (amount.scale() > DECIMALS || amount.compareTo(MOST_MONEY) > 0) {
            throw new BadInput("amount", "mediation.amount-wrong", amount.toPlainString());
        }
    }

    private void between(String field, LocalDate day, LocalDate first) {
        required(field, day);
        if (day.isAfter(WorkingCalendar.dateOf(now))) {
            throw new BadInput(field, "mediation.in-the-future", day.toString());
        }
        if (day.isBefore(first)) {
            throw new BadInput(field, "mediation.too-early", day.toString(), first.toString());
        }
    }

    private static void required(String field, Object value) {
        if (value == null) {
            throw new BadInput(field, "mediation.missing." + field);
        }
    }
}
