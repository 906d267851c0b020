package org.qingwang.casefile;

import java.math.BigDecimal;
import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * What a case takes over from a complaint. Whatever is unknown is null, or an empty list.
 *
 * @param intake where the complaint came in
 * @param sellerRegion code of GB/T 2260 or the region's name
 * @param listings normalised listing addresses
 * @param rightName the mark as words
 * @param allegedValue quantity times unit price in CNY
 */
public record ComplaintFacts(
        String receiptNo,
        Jurisdiction intake,
        String sellerName,
        String sellerRegion,
        String platform,
        List<String> listings,
        String rightName,
        String registrationNo,
        String goods,
        BigDecimal allegedValue) {

    public ComplaintFacts {
        listings = List.copyOf(listings);
    }

    /** What deconfliction looks for. */
    public Probe probe() {
        return new Probe(sellerName, platform, listings, registrationNo, rightName);
    }
}
