package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The court's notice to assist in execution arrived in time, or the goods are released before.
 *
 * @param counterAmount in CNY; null unless released against counter-security
 */
public record CourtRecord(
        Event event,
        LocalDate happenedOn,
        String documentNo,
        BigDecimal counterAmount,
        String counterNo,
        String reason) {

    public CourtRecord {
        counterAmount = Amounts.of(counterAmount);
    }

    /** Each event that releases the goods says on which ground. */
    public enum Event {
        NOTICE(null),
        WITHDRAWN(ReleaseGround.WITHDRAWN),
        PROOF(ReleaseGround.PROOF),
        COUNTER_SECURITY(ReleaseGround.COUNTER_SECURITY);

        private final ReleaseGround ground;

        Event(ReleaseGround ground) {
            this.ground = ground;
        }

        /** @return null if the goods are not released */
        public ReleaseGround ground() {
            return ground;
        }
    }
}
