package org.qingwang.platform;

import java.time.LocalDate;
import java.util.List;

/**
 * A notice as an officer sends it, in the name of the rights holder.
 *
 * @param servedOn when it reached the platform
 * @param holder in whose name it is sent
 * @param evidence prima facie evidence that the listings infringe
 * @param demanded what the platform is asked to do
 * @param listings normalised addresses, all of one seller on this platform
 */
public record NoticeDraft(
        LocalDate servedOn,
        String platform,
        String platformContact,
        String seller,
        String holder,
        String holderContact,
        String rightName,
        String evidence,
        Measure demanded,
        List<String> listings) {

    public NoticeDraft {
        listings = List.copyOf(listings);
    }

    NoticeDraft with(List<String> addresses) {
        return new NoticeDraft(
                servedOn,
                platform,
                platformContact,
                seller,
                holder,
                holderContact,
                rightName,
                evidence,
                demanded,
                addresses);
    }
}
