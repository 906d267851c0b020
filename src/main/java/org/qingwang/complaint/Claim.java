package org.qingwang.complaint;

import java.util.regex.Pattern;

/** What the complainant says is wrong with the offer. */
public enum Claim {
    /** The registered mark itself on goods that are not the holder's. */
    COUNTERFEIT_MARK,
    /** A mark so close to the registered one that buyers take it for the same. */
    SIMILAR_MARK,
    /** Genuine goods that came by a channel the holder did not choose. */
    PARALLEL_IMPORT,
    OTHER;

    private static final Pattern GENUINE_GOODS = Pattern.compile(
            "平行进口|水货|串货|窜货|parallel[ -]?import|gr[ae]y[ -]?(?:import|market)|genuine goods", Pattern.CASE_INSENSITIVE);

    /**
     * Reads the claim out of free text, for lists that have no field for it.
     *
     * @param description may be null
     * @return {@link #PARALLEL_IMPORT} if the text says so in as many words, otherwise {@link #COUNTERFEIT_MARK}, which
     *     is what lists of leads are made for
     */
    public static Claim readFrom(String description) {
        return description != null && GENUINE_GOODS.matcher(description).find() ? PARALLEL_IMPORT : COUNTERFEIT_MARK;
    }
}
