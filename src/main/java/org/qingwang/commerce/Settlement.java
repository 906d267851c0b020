package org.qingwang.commerce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a decision costs the party, and what has been paid of it, as it stands on a day. Each payment counts towards the
 * fine first: that is what the surcharge grows on.
 *
 * @param decision null before
 * @param payBy last day on which no surcharge is due; null if nothing is to be paid, or the party was not reached yet
 * @param dailySurcharge share of the unpaid fine that is added for each day after that (Administrative Penalty Law
 *     art. 72)
 * @param challenges reconsideration and suits, the first first: while one is under way nothing is added (art. 73)
 * @param day as of when
 */
public record Settlement(
        Decision decision,
        LocalDate payBy,
        BigDecimal dailySurcharge,
        List<Payment> payments,
        List<Challenge> challenges,
        LocalDate day) {

    /** The same on another day. */
    public Settlement on(LocalDate another) {
        return new Settlement(decision, payBy, dailySurcharge, payments, challenges, another);
    }

    Settlement with(Payment payment) {
        return new Settlement(
                decision,
                payBy,
                dailySurcharge,
                Stream.concat(payments.stream(), Stream.of(payment)).toList(),
                challenges,
                day);
    }

    /** @return what has been paid, in CNY */
    public BigDecimal paid() {
        return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @return what was added for paying late, in CNY: never more than the fine */
    public BigDecimal surcharge() {
        if (decision == null || payBy == null || !day.isAfter(payBy)) {
            return Cents.orZero(null);
        }
        BigDecimal added = BigDecimal.ZERO;
        LocalDate from = payBy;
        for (LocalDate until : daysOfPaymentAndToday()) {
            added = added.add(unpaidFine(from).multiply(dailySurcharge).multiply(days(from, until)));
            from = until;
        }
        return added.min(decision.fine()).setScale(2, RoundingMode.DOWN);
    }

    private List<LocalDate> daysOfPaymentAndToday() {
        Stream<LocalDate> late =
                payments.stream().map(Payment::paidOn).filter(paid -> paid.isAfter(payBy) && paid.isBefore(day));
        return Stream.concat(late, Stream.of(day)).distinct().sorted().toList();
    }

    private BigDecimal days(LocalDate from, LocalDate until) {
        long days = challenges.isEmpty()
                ? ChronoUnit.DAYS.between(from, until)
                : from.plusDays(1)
                        .datesUntil(until.plusDays(1))
                        .filter(day -> challenges.stream().noneMatch(challenge -> challenge.covers(day)))
                        .count();
        return BigDecimal.valueOf(days);
    }

    private BigDecimal unpaidFine(LocalDate evening) {
        BigDecimal paid = payments.stream()
                .filter(payment -> !payment.paidOn().isAfter(evening))
                .map(Payment::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return decision.fine().subtract(paid).max(BigDecimal.ZERO);
    }

    /** @return what is still to be paid with the surcharge, in CNY; zero before a decision */
    public BigDecimal outstanding() {
        return decision == null ? BigDecimal.ZERO : balance().max(BigDecimal.ZERO);
    }

    /** @return what was paid too much, because less is left of the decision than was paid, in CNY */
    public BigDecimal refundable() {
        return decision == null ? BigDecimal.ZERO : balance().negate().max(BigDecimal.ZERO);
    }

    private BigDecimal balance() {
        return decision.payable().add(surcharge()).subtract(paid());
    }

    /** @return reconsideration or suit under way; null if none is */
    public Challenge challenge() {
        return challenges.stream().filter(Challenge::isUnderWay).findFirst().orElse(null);
    }

    /** Whether the party ever asked to pay later or in instalments. */
    boolean askedForTime() {
        return payments.stream().anyMatch(payment -> payment.remainder() == Remainder.INSTALMENTS);
    }

    /** Whether nothing more is awaited from the party here: all is paid, or the rest is another's to collect. */
    public boolean isSettled() {
        return outstanding().signum() <= 0
                || payments.stream()
                        .anyMatch(payment -> payment.remainder() != null
                                && payment.remainder().ends());
    }
}
