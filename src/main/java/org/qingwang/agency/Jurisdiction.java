package org.qingwang.agency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An agency in a region: who works a case, and which tenant of the engine its tasks belong to.
 *
 * @param agency the organ
 * @param region six-digit code of GB/T 2260, for example 330000 for Zhejiang
 */
public record Jurisdiction(Agency agency, String region) {

    private static final Pattern ID = Pattern.compile("([a-z]+)-(\\d{6})");

    public Jurisdiction {
        if (agency == null || region == null || !region.matches("\\d{6}")) {
            throw new IllegalArgumentException("no jurisdiction: " + agency + " in " + region);
        }
    }

    /**
     * @param id as {@link #id()} writes it, for example {@code commerce-330000}
     * @throws IllegalArgumentException if it is not of that form or names no agency
     */
    public static Jurisdiction parse(String id) {
        Matcher matcher = ID.matcher(id == null ? "" : id);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no jurisdiction id: " + id);
        }
        Agency agency =
                Agency.ofKey(matcher.group(1)).orElseThrow(() -> new IllegalArgumentException("no such agency: " + id));
        return new Jurisdiction(agency, matcher.group(2));
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
