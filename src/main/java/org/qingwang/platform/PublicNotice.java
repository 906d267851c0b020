package org.qingwang.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * A notice, its declaration and its result as the public may read them (E-Commerce Law art. 44): people's names masked,
 * without addresses, contacts and the case it belongs to.
 *
 * @param listings how many it named
 * @param contested how many of them the seller contested
 * @param declaredOn null if the seller did not declare
 * @param reaction what the rights holder did; null if nothing
 * @param restoredOn null if nothing was restored
 * @param found bad faith that was found in it
 * @param platformsOwn where the platform published it; null if unknown
 */
public record PublicNotice(
        Publication publication,
        Jurisdiction jurisdiction,
        String platform,
        String seller,
        String holder,
        String rightName,
        LocalDate servedOn,
        Measure demanded,
        int listings,
        MeasuresTaken measures,
        LocalDate declaredOn,
        long contested,
        LocalDate deliveredOn,
        Reaction.Kind reaction,
        Instant measuresEndedAt,
        LocalDate restoredOn,
        NoticeResult result,
        List<Flag.Kind> found,
        String platformsOwn) {

    static PublicNotice of(Publication publication, PlatformNotice notice, PlatformService.Beside beside) {
        NoticeDraft content = notice.content();
        PlatformNotice.Ending ending = notice.ending();
        return new PublicNotice(
                publication,
                notice.jurisdiction(),
                content.platform(),
                PublicText.name(content.seller()),
                PublicText.name(content.holder()),
                content.rightName(),
                content.servedOn(),
                content.demanded(),
                notice.listings().size(),
                notice.measures(),
                notice.declaration() == null ? null : notice.declaration().declaredOn(),
                contested(notice),
                notice.delivery() == null ? null : notice.delivery().deliveredOn(),
                notice.reaction() == null ? null : notice.reaction().reaction(),
                ending == null ? null : ending.endedAt(),
                ending == null || ending.restoration() == null
                        ? null
                        : ending.restoration().restoredOn(),
                notice.result(),
                beside.flags().stream().map(Flag::kind).toList(),
                beside.published() == null ? null : beside.published().address());
    }

    /** Once the holder has sued they are measured again like the others: then the declaration itself has to say it. */
    private static long contested(PlatformNotice notice) {
        if (notice.declaration() == null) {
            return 0;
        }
        String covered = notice.declaration().covered();
        return covered == null
                ? notice.listings().stream()
                        .filter(listing -> listing.state() != ListingState.UNTOUCHED)
                        .count()
                : covered.lines().filter(line -> !line.isBlank()).count();
    }
}
