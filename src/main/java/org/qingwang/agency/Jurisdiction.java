package org.qingwang.agency;

/**
 * An agency in a region: who works a case, and which tenant of the engine its tasks belong to.
 *
 * @param agency the organ
 * @param region six-digit code of GB/T 2260, for example 330000 for Zhejiang
 */
public record Jurisdiction(Agency agency, String region) {

    private static final int REGION_LENGTH = 6;

    public Jurisdiction {
        if (agency == null || region == null || !isRegion(region)) {
            throw new IllegalArgumentException("no jurisdiction: " + agency + " in " + region);
        }
    }

    /**
     * @param id as {@link #id()} writes it, for example {@code commerce-330000}
     * @throws IllegalArgumentException if it is not of that form or names no agency
     */
    public static Jurisdiction parse(String id) {
        int dash = id == null ? -1 : id.indexOf('-');
        if (dash < 0 || !isRegion(id.substring(dash + 1))) {
            throw new IllegalArgumentException("no jurisdiction id: " + id);
        }
        Agency agency = Agency.ofKey(id.substring(0, dash))
                .orElseThrow(() -> new IllegalArgumentException("no such agency: " + id));
        return new Jurisdiction(agency, id.substring(dash + 1));
    }

    /** Whether a text is an id as {@link #id()} writes it. */
    public static boolean isOne(String text) {
        int dash = text.indexOf('-');
        return dash > 0
                && isRegion(text.substring(dash + 1))
                && Agency.ofKey(text.substring(0, dash)).isPresent();
    }

    /** Without a pattern: every row of every table that names an agency is read through here. */
    private static boolean isRegion(String region) {
        return region.length() == REGION_LENGTH && region.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The engine's tenant id and the id of the officers' group, for example {@code customs-330000}. */
    public String id() {
        return agency.key() + "-" + region;
    }

    /** The group of those who decide what the law reserves to the head of the agency. */
    public String headGroup() {
        return id() + "-head";
    }

    /** The group of those who review a decision's lawfulness before it is made (Administrative Penalty Law art. 58). */
    public String legalGroup() {
        return id() + "-legal";
    }
}
