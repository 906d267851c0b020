package org.qingwang.campaign;

import java.util.Arrays;

/**
 * Those complaints of a campaign that one figure of its page counts.
 *
 * @param by null for the campaign as a whole
 * @param value which part: a code, or the Monday of a week
 */
public record ComplaintPart(By by, String value) {

    /** By what a campaign's complaints are taken apart. */
    public enum By {
        REGION("right(c.intake, 6)"),
        /** The week in which they were filed. */
        FILED(CampaignPart.week("c.filed_at"));

        private final String column;

        By(String column) {
            this.column = column;
        }

        /** Key of its name in the message files. */
        public String messageKey() {
            return "campaign.part.by." + name();
        }
    }

    /** @return the part; what is unknown of an address is left out of it */
    public static ComplaintPart of(String by, String value) {
        By known = Arrays.stream(By.values())
                .filter(one -> one.name().equals(by))
                .findFirst()
                .orElse(null);
        return new ComplaintPart(known, value == null ? "" : value);
    }

    /** What follows a condition on {@code c}, a row of {@code complaint}; with the parameter {@code partValue}. */
    String condition() {
        return by == null ? "" : " and " + by.column + " = :partValue";
    }
}
