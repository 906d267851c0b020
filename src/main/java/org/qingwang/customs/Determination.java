package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Whether customs found that the goods infringe (customs protection regulation art. 20), or what made that needless.
 *
 * @param noticeNo the written notice to the holder that it cannot be determined; else null
 * @param counterAmount in CNY; null unless released against counter-security
 */
public record Determination(
        Result result,
        LocalDate determinedOn,
        String noticeNo,
        LocalDate noticeServedOn,
        BigDecimal counterAmount,
        String counterNo,
        String reason) {

    public Determination {
        counterAmount = Amounts.of(counterAmount);
    }

    /** Each result that releases the goods says on which ground. */
    public enum Result {
        INFRINGING(null),
        NOT_DETERMINABLE(null),
        NOT_INFRINGING(ReleaseGround.NOT_INFRINGING),
        WITHDRAWN(ReleaseGround.WITHDRAWN),
        PROOF(ReleaseGround.PROOF),
        COUNTER_SECURITY(ReleaseGround.COUNTER_SECURITY);

        private final ReleaseGround ground;

        Result(ReleaseGround ground) {
            this.ground = ground;
        }

        /** @return null if the goods are not released */
        public ReleaseGround ground() {
            return ground;
        }
    }
}
