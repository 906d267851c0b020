package org.qingwang.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What a complaint says. Texts are stripped; an empty one is null.
 *
 * @param receivedOn the day it reached the authority, in China; the acceptance clock starts here
 * @param contact telephone, mail or address under which the complainant can be told; personal data
 * @param right the mark as the complainant calls it
 * @param registrationNo registration number of the mark
 * @param platform the marketplace, or the seller's own website
 * @param listingUrls addresses of the offers as given; {@link ListingAddress} understands them
 * @param sellerRegion six-digit code of GB/T 2260 of the seller's place of business, or null if unknown
 * @param quantity pieces offered or sold, as far as known
 * @param unitPrice in {@code currency} a piece
 * @param currency ISO 4217; CNY when not given
 * @param claim what is said to be wrong; read from the description when not given
 * @param demand what a consumer asks of the seller: a dispute to settle, apart from the lead; null for none
 */
public record NewComplaint(
        LocalDate receivedOn,
        Channel channel,
        ComplainantType complainantType,
        String complainantName,
        String contact,
        String right,
        String registrationNo,
        String platform,
        List<String> listingUrls,
        String sellerName,
        String sellerRegion,
        String goods,
        BigDecimal quantity,
        BigDecimal unitPrice,
        String currency,
        String description,
        Claim claim,
        String demand) {

    public NewComplaint {
        complainantName = stripped(complainantName);
        contact = stripped(contact);
        right = stripped(right);
        registrationNo = stripped(registrationNo);
        platform = stripped(platform);
        listingUrls = listingUrls == null
                ? List.of()
                : listingUrls.stream()
                        .map(NewComplaint::stripped)
                        .filter(Objects::nonNull)
                        .toList();
        sellerName = stripped(sellerName);
        sellerRegion = stripped(sellerRegion);
        goods = stripped(goods);
        currency = stripped(currency) == null ? "CNY" : currency.strip();
        description = stripped(description);
        claim = claim == null ? Claim.readFrom(description) : claim;
        demand = stripped(demand);
    }

    /** A complaint that asks for no dispute to be settled, whose claim is read from its description. */
    public NewComplaint(
            LocalDate receivedOn,
            Channel channel,
            ComplainantType complainantType,
            String complainantName,
            String contact,
            String right,
            String registrationNo,
            String platform,
            List<String> listingUrls,
            String sellerName,
            String sellerRegion,
            String goods,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String currency,
            String description) {
        this(
                receivedOn,
                channel,
                complainantType,
                complainantName,
                contact,
                right,
                registrationNo,
                platform,
                listingUrls,
                sellerName,
                sellerRegion,
                goods,
                quantity,
                unitPrice,
                currency,
                description,
                null,
                null);
    }

    /** Whether it also asks for a dispute to be settled. */
    public boolean isDispute() {
        return demand != null;
    }

    /**
     * The lines of a text field that are not blank.
     *
     * @param text null for none
     */
    public static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
