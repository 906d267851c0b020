package org.qingwang.mediation;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How mediation ended.
 *
 * @param failure why no agreement came about; null unless it failed
 * @param terms what the two sides agreed; null unless they did
 * @param amount what the seller pays, in CNY; null if nothing
 */
public record Ending(Result result, LocalDate endedOn, Failure failure, String terms, BigDecimal amount, String note) {

    private static final int DECIMALS = 2;

    public Ending {
        boolean agreed = result == Result.AGREED;
        failure = result == Result.FAILED ? failure : null;
        terms = agreed ? Texts.stripped(terms) : null;
        amount = agreed ? inFen(amount) : null;
        note = Texts.stripped(note);
    }

    /** One way to write each amount, so that the same one sent twice is the same. A finer one is left to be refused. */
    private static BigDecimal inFen(BigDecimal amount) {
        return amount == null || amount.scale() > DECIMALS ? amount : amount.setScale(DECIMALS);
    }

    /** What came of it. */
    public enum Result {
        AGREED,
        FAILED,
        /** The complainant takes the dispute back, or the sides settled it among themselves. */
        WITHDRAWN;

        public String messageKey() {
            return "mediation.result." + name();
        }
    }

    /** Why mediation failed. */
    public enum Failure {
        NO_AGREEMENT,
        /** A side does not take part. */
        ABSENT,
        /** A side handed in forged material. */
        FORGED,
        /** A court or an arbitration body took it up. */
        ELSEWHERE,
        /** The period for mediation ended. */
        PERIOD_OVER;

        public String messageKey() {
            return "mediation.failure." + name();
        }
    }
}
