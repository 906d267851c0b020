package org.qingwang.commerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** If this fails, a party is asked for more than it owes, or the state for less. */
class SettlementTest {

    private static final LocalDate PAY_BY = LocalDate.of(2026, 12, 7);
    private static final BigDecimal THREE_PERCENT = new BigDecimal("0.03");

    @Test
    void nothingIsAddedOnTheLastDay() {
        assertThat(settlement(PAY_BY).surcharge()).isEqualTo("0.00");
        assertThat(settlement(PAY_BY).outstanding()).isEqualTo("10500.00");
    }

    @Test
    void threePercentOfTheFineAreAddedForEachDay() {
        // 2 days x 3 % x 10,000; the 500 of confiscated gains bear nothing
        assertThat(settlement(PAY_BY.plusDays(2)).surcharge()).isEqualTo("600.00");
        assertThat(settlement(PAY_BY.plusDays(2)).outstanding()).isEqualTo("11100.00");
    }

    @Test
    void theSurchargeNeverPassesTheFine() {
        // 33 days are 99 %, 34 would be 102 %
        assertThat(settlement(PAY_BY.plusDays(33)).surcharge()).isEqualTo("9900.00");
        assertThat(settlement(PAY_BY.plusDays(34)).surcharge()).isEqualTo("10000.00");
        assertThat(settlement(PAY_BY.plusYears(3)).surcharge()).isEqualTo("10000.00");
    }

    @Test
    void whatIsPaidOfTheFineBearsNoMore() {
        // until the payment 2 x 300, after it 3 x 3 % x 6,000
        Settlement settlement = settlement(PAY_BY.plusDays(5), paid("4000", PAY_BY.plusDays(2)));
        assertThat(settlement.surcharge()).isEqualTo("1140.00");
        assertThat(settlement.outstanding()).isEqualTo("7640.00");
    }

    @Test
    void aFinePaidInTimeStaysPaidHoweverLateTheGainsCome() {
        Settlement settlement = settlement(PAY_BY.plusDays(50), paid("10000", PAY_BY));
        assertThat(settlement.surcharge()).isEqualTo("0.00");
        assertThat(settlement.outstanding()).isEqualTo("500.00");
        assertThat(settlement.isSettled()).isFalse();
    }

    @Test
    void aCaseSettledLateStaysSettled() {
        // 1 day: 300
        Settlement paid = settlement(PAY_BY.plusDays(1), paid("10800", PAY_BY.plusDays(1)));
        assertThat(paid.isSettled()).isTrue();
        assertThat(paid.on(PAY_BY.plusDays(400)).isSettled()).isTrue();
    }

    @Test
    void nothingIsAddedWhileACourtDecides() {
        // 8 and 9 December count, 10 to 20 are with the court, 21 and 22 count again: 4 x 300
        Challenge over = challenge(PAY_BY.plusDays(3), PAY_BY.plusDays(13));
        assertThat(challenged(PAY_BY.plusDays(15), over).surcharge()).isEqualTo("1200.00");
        assertThat(challenged(PAY_BY.plusDays(13), over).surcharge()).isEqualTo("600.00");
    }

    @Test
    void whoGoesToCourtInTimeOwesNoMoreHoweverLongItTakes() {
        Challenge underWay = challenge(PAY_BY.minusDays(2), null);
        assertThat(challenged(PAY_BY.plusYears(2), underWay).outstanding()).isEqualTo("10500.00");
        assertThat(challenged(PAY_BY.plusYears(2), underWay).challenge()).isEqualTo(underWay);
    }

    @Test
    void aDayOnWhichReconsiderationEndsAndASuitBeginsIsLeftOutOnce() {
        // 8 to 12 December with one or the other, 13 counts
        Challenge first = challenge(PAY_BY.plusDays(1), PAY_BY.plusDays(3));
        Challenge second = challenge(PAY_BY.plusDays(3), PAY_BY.plusDays(5));
        assertThat(challenged(PAY_BY.plusDays(6), first, second).surcharge()).isEqualTo("300.00");
    }

    private static Payment paid(String amount, LocalDate day) {
        return new Payment(new BigDecimal(amount), day, "R-" + amount, Remainder.AWAITED, null);
    }

    /** A fine of 10,000 yuan and 500 yuan of confiscated gains. */
    private static Decision decision() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        return new Decision(
                DecisionKind.PENALTY,
                "ZJ-1",
                day,
                day,
                PartyStatement.WAIVED,
                null,
                new BigDecimal("10000"),
                new BigDecimal("500"),
                null,
                null,
                false,
                null,
                "Sold counterfeits",
                null,
                null);
    }

    private static Settlement settlement(LocalDate day, Payment... payments) {
        return new Settlement(decision(), PAY_BY, THREE_PERCENT, List.of(payments), List.of(), day);
    }

    private static Settlement challenged(LocalDate day, Challenge... challenges) {
        return new Settlement(decision(), PAY_BY, THREE_PERCENT, List.of(), List.of(challenges), day);
    }

    /** @param until null while it is under way */
    private static Challenge challenge(LocalDate from, LocalDate until) {
        Challenge.End end = until == null ? null : new Challenge.End(until, Challenge.Outcome.UPHELD, null);
        return new Challenge(Challenge.Kind.SUIT, from, "Hangzhou court", "1", end);
    }
}
