package org.qingwang.complaint;

import com.ibm.icu.text.IDNA;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qingwang.common.BadInput;

/**
 * The address of something offered online, in the one spelling by which two complaints about the same listing find each
 * other. People send addresses with tracking tails, remarks, mixed case, through a search engine's redirect or as an
 * app's share text; all of these become the same {@link #normalised()} address. Addresses are only read, never opened:
 * nothing here goes to the network.
 *
 * @param normalised the address by which listings are compared: https where no port says otherwise, host in lower case
 *     and ASCII without {@code www}, no user information, no tracking parameter, parameters sorted, a known platform's
 *     item in its one form. It identifies a listing; it is not promised to open in a browser
 * @param host the host in ASCII ({@code xn--…} where it is international), or an IP address
 * @param registrableDomain the part of the host somebody registered, for example {@code taobao.com}; the whole host for
 *     an IP address
 */
public record ListingAddress(String normalised, String host, String registrableDomain) {

    /** Name of the field in refusals, as the CSV and the API call it. */
    public static final String FIELD = "listingUrl";

    static final int LONGEST = 2048;
    private static final int LONGEST_CELL = 20_000;
    private static final int MOST_IN_A_CELL = 50;

    /**
     * Reads exactly one address.
     *
     * @param raw what somebody wrote, with whatever stands around the address
     * @throws BadInput on field {@link #FIELD} if there is no address in it, more than one, or one that cannot be a
     *     listing on the internet
     */
    public static ListingAddress parse(String raw) {
        List<ListingAddress> found = parseAll(raw);
        if (found.size() > 1) {
            throw refused("listing.several", raw);
        }
        return found.get(0);
    }

    /**
     * Reads all addresses of one cell: separated by spaces, line breaks or semicolons, with remarks between them. The same
     * listing twice counts once.
     *
     * @return at least one address, in the order written
     * @throws BadInput on field {@link #FIELD}, naming the one that cannot be understood
     */
    public static List<ListingAddress> parseAll(String cell) {
        if (cell == null || cell.isBlank()) {
            throw refused("listing.missing", "");
        }
        if (cell.length() > LONGEST_CELL) {
            throw refused("listing.long", cell);
        }
        Set<ListingAddress> found = new LinkedHashSet<>();
        for (String piece : ListingText.pieces(cell.strip())) {
            ListingText.address(piece).map(ListingAddressReader::read).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            throw refused(ListingText.isAppToken(cell) ? "listing.token" : "listing.none", cell);
        }
        if (found.size() > MOST_IN_A_CELL) {
            throw refused("listing.many", cell);
        }
        return List.copyOf(found);
    }

    /** @return the platform the listing is on, if it is a known one */
    public Optional<Platform> platform() {
        return Platform.ofHost(host);
    }

    /** @return the host as people read it: international names in their own script */
    public String displayedHost() {
        StringBuilder unicode = new StringBuilder();
        IDNA.Info info = new IDNA.Info();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_UNICODE).nameToUnicode(host, unicode, info);
        return info.hasErrors() ? host : unicode.toString();
    }

    static BadInput refused(String key, String value) {
        String clean = ListingText.clean(value).replace('\n', ' ').strip();
        String shown = clean.length() <= 120 ? clean : clean.substring(0, 120) + "…";
        return new BadInput(FIELD, key, shown);
    }
}
