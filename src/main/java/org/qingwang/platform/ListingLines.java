package org.qingwang.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.ListingAddress;
import org.qingwang.complaint.Platform;

/** Addresses of listings as somebody writes them: one a line. */
public final class ListingLines {

    /** As many as one notice may cover. */
    public static final int MOST = 300;

    private ListingLines() {}

    /**
     * @param field the field they were written in
     * @param text one address a line; null or blank for none
     * @return their one spelling, each once, in the order written
     * @throws BadInput if a line is no address, there are too many, or they lie on more than one platform
     */
    public static List<String> read(String field, String text) {
        Set<ListingAddress> found = new LinkedHashSet<>();
        if (text != null) {
            text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> found.add(address(field, line)));
        }
        if (found.size() > MOST) {
            throw new BadInput(field, "platform.listings-too-many", found.size(), MOST);
        }
        Set<String> places =
                found.stream().map(ListingLines::place).collect(Collectors.toCollection(LinkedHashSet::new));
        if (places.size() > 1) {
            throw new BadInput(field, "platform.listings-of-several", String.join(", ", places));
        }
        return found.stream().map(ListingAddress::normalised).toList();
    }

    /**
     * Some of a notice's own listings.
     *
     * @throws BadInput if an address is not among them
     */
    static List<String> among(String field, String text, List<String> known) {
        List<String> chosen = read(field, text);
        chosen.stream().filter(address -> !known.contains(address)).findFirst().ifPresent(stranger -> {
            throw new BadInput(field, "platform.listing-unknown", stranger);
        });
        return chosen;
    }

    private static ListingAddress address(String field, String line) {
        try {
            return ListingAddress.parse(line);
        } catch (BadInput refused) {
            throw new BadInput(field, refused.messageKey(), refused.arguments());
        }
    }

    private static String place(ListingAddress address) {
        return address.platform().map(Platform::key).orElse(address.registrableDomain());
    }
}
