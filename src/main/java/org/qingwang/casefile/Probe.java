package org.qingwang.casefile;

import java.util.List;

/**
 * What a complaint says about seller, listing and mark, for deconfliction. Whatever is unknown is null or empty.
 *
 * @param normalisedListings addresses as {@code complaint.ListingAddress} normalises them
 */
public record Probe(
        String sellerName, String platform, List<String> normalisedListings, String registrationNo, String rightName) {

    public Probe {
        normalisedListings = normalisedListings == null ? List.of() : List.copyOf(normalisedListings);
    }
}
