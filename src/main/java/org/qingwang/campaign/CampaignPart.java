package org.qingwang.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Those cases of a campaign that one figure of its page counts.
 *
 * @param by null for the campaign as a whole
 * @param value which part: a code, a name as the cases have it, or the Monday of a week; empty where the cases say nothing;
 *     null for all parts that the page does not show singly
 * @param shown those it shows singly, where all others are meant
 */
public record CampaignPart(Kind kind, By by, String value, List<String> shown) {

    public CampaignPart {
        shown = List.copyOf(shown);
    }

    /** Which of the cases are counted. */
    public enum Kind {
        ALL("true"),
        OPEN("c.status <> 'CLOSED'"),
        CLOSED("c.status = 'CLOSED'"),
        SUPERVISED("c.supervised");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }

        /** Key of its name in the message files. */
        public String messageKey() {
            return "campaign.part.kind." + name();
        }
    }

    /** By what a campaign's cases are taken apart. */
    public enum By {
        REGION("right(coalesce(c.lead_jurisdiction, c.intake_jurisdiction), 6)"),
        GOODS("coalesce(c.goods, '')"),
        PLATFORM("coalesce(c.platform, '')"),
        RIGHT("coalesce(c.right_name, '')"),
        /** The week in which they were opened. */
        OPENED(week("c.opened_at")),
        /** The week in which they were closed. */
        ENDED(week("c.closed_at"));

        private final String column;

        By(String column) {
            this.column = column;
        }

        /** An expression over {@code c}, a row of {@code case_file}. */
        String column() {
            return column;
        }

        /** Whether its parts are weeks. */
        public boolean isWeek() {
            return this == OPENED || this == ENDED;
        }

        /** Key of its name in the message files. */
        public String messageKey() {
            return "campaign.part.by." + name();
        }
    }

    /** @return the part; what is unknown of an address is left out of it */
    public static CampaignPart of(String kind, String by, String value) {
        return new CampaignPart(
                named(Kind.values(), kind).orElse(Kind.ALL),
                named(By.values(), by).orElse(null),
                value == null ? "" : value,
                List.of());
    }

    /** @return all parts but those shown singly */
    CampaignPart others(List<String> shown) {
        return new CampaignPart(kind, by, null, shown);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    /** The Monday, in China, of the week in which something happened. */
    static String monday(String instant) {
        return "date_trunc('week', " + instant + " at time zone 'Asia/Shanghai')::date";
    }

    static String week(String instant) {
        return monday(instant) + "::text";
    }

    /** A condition on {@code c}, a row of {@code case_file}, with the parameters {@code partValue} and {@code partShown}. */
    String condition() {
        if (by == null) {
            return kind.condition;
        }
        String part = value == null ? " <> all (:partShown::text[])" : " = :partValue";
        return kind.condition + " and " + by.column() + part;
    }
}
