package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What two officers found when they examined the goods. For another authority's case only finding and reason are given.
 *
 * @param route null unless infringement is suspected
 * @param departure where the goods were sent from; null if unknown
 * @param destination where they go; null if unknown
 * @param value in CNY
 * @param recordationNo null if the right is not recorded
 * @param parallelImport whether the goods are genuine goods imported by somebody else
 * @param licence whether the recordation names a licence for who trades them
 * @param personalUse for articles in post or luggage (customs protection regulation art. 31)
 */
public record Examination(
        Finding finding,
        Route route,
        Direction direction,
        Channel channel,
        String port,
        String declarationNo,
        LocalDate declaredOn,
        LocalDate examinedOn,
        String firstOfficer,
        String secondOfficer,
        String consignor,
        String consignee,
        String departure,
        String destination,
        String goods,
        BigDecimal quantity,
        BigDecimal value,
        Currency currency,
        String origin,
        String manufacturer,
        RightKind rightKind,
        String recordationNo,
        String holder,
        ParallelImport parallelImport,
        Licence licence,
        PersonalUse personalUse,
        String reason) {

    public Examination {
        quantity = Amounts.of(quantity);
        value = Amounts.of(value);
    }

    /** What the officers propose. */
    public enum Finding {
        SUSPECTED,
        NO_SUSPICION,
        NOT_COMPETENT
    }

    /** Which way the goods go: China examines exports as well as imports. */
    public enum Direction {
        EXPORT,
        IMPORT,
        TRANSIT
    }

    /** How the goods travel. */
    public enum Channel {
        CARGO,
        POST,
        EXPRESS,
        CROSS_BORDER_PARCEL,
        CARRIED;

        /** Whether they may be somebody's own articles. */
        boolean mayBePersonal() {
            return this != CARGO;
        }
    }

    /** In which currency a value was given; only CNY is taken. */
    public enum Currency {
        CNY,
        USD,
        EUR,
        HKD,
        JPY,
        OTHER
    }

    public enum ParallelImport {
        NOT_GENUINE,
        GENUINE,
        NOT_CONCERNED
    }

    public enum Licence {
        NONE,
        LICENSED,
        UNCLEAR
    }

    public enum PersonalUse {
        NOT_CONCERNED,
        BEYOND,
        WITHIN
    }
}
