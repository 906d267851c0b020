package org.qingwang.complaint;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a complainant sent later. A field left out stays as it was; listings and description are added to those there.
 *
 * @param listingUrls addresses as given
 */
public record Supplement(
        String complainantName,
        String contact,
        String right,
        String registrationNo,
        String platform,
        List<String> listingUrls,
        String sellerName,
        String sellerRegion,
        String goods,
        String description) {

    /** Whether nothing was sent. */
    boolean isEmpty() {
        return Stream.of(
                                complainantName,
                                contact,
                                right,
                                registrationNo,
                                platform,
                                sellerName,
                                sellerRegion,
                                goods,
                                description)
                        .allMatch(Objects::isNull)
                && listingUrls.isEmpty();
    }

    NewComplaint addedTo(NewComplaint content) {
        return new NewComplaint(
                content.receivedOn(),
                content.channel(),
                content.complainantType(),
                or(complainantName, content.complainantName()),
                or(contact, content.contact()),
                or(right, content.right()),
                or(registrationNo, content.registrationNo()),
                or(platform, content.platform()),
                Stream.concat(content.listingUrls().stream(), listingUrls.stream())
                        .toList(),
                or(sellerName, content.sellerName()),
                or(sellerRegion, content.sellerRegion()),
                or(goods, content.goods()),
                content.quantity(),
                content.unitPrice(),
                content.currency(),
                added(content.description(), description),
                content.claim(),
                content.demand());
    }

    private static String or(String said, String before) {
        return said == null ? before : said;
    }

    private static String added(String before, String said) {
        if (before == null || said == null) {
            return or(said, before);
        }
        return before + "\n" + said;
    }
}
