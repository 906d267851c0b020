package org.qingwang.platform;

import java.time.Instant;
import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * A notice with everything that came of it.
 *
 * @param noticeNo number as people know it, for example {@code TZ-330000-2026-000012}
 * @param jurisdiction whose officers sent it and keep watch
 * @param result how it ended; null while it runs
 * @param acknowledgedAt when the platform confirmed that it has it; null if it never did
 * @param measures what the platform answered; null before
 * @param declaration what the seller declared; null if it did not
 * @param delivery when the declaration reached the holder; null before
 * @param reaction what the holder did about it; null if nothing
 * @param ending when and why the measures ended; null if they did not
 */
public record PlatformNotice(
        String noticeNo,
        String caseNo,
        Jurisdiction jurisdiction,
        NoticeStage stage,
        NoticeResult result,
        Instant sentAt,
        NoticeDraft content,
        List<NoticeListing> listings,
        Instant acknowledgedAt,
        MeasuresTaken measures,
        Declaration declaration,
        Delivery delivery,
        Reaction reaction,
        Ending ending) {

    /** A listing of a notice, and where it stands. */
    public record NoticeListing(String address, ListingState state) {}

    /**
     * The end of the measures.
     *
     * @param restoration when the platform put the listings back; null before
     */
    public record Ending(Instant endedAt, Reason reason, Restoration restoration) {

        /** Why measures end. */
        public enum Reason {
            /** Fifteen days without news of a complaint or suit. */
            SILENCE,
            /** The holder accepts the declaration. */
            ACCEPTED;

            public String messageKey() {
                return "platform.ending." + name();
            }
        }
    }

    public PlatformNotice {
        listings = List.copyOf(listings);
    }

    /** @return addresses of the listings that stand there */
    public List<String> addresses(ListingState state) {
        return listings.stream()
                .filter(listing -> listing.state() == state)
                .map(NoticeListing::address)
                .toList();
    }

    /** @return what it waits for; a seller may still declare when its time is over and nobody contested the notice */
    public NoticeStage awaits() {
        return result == NoticeResult.UNCONTESTED ? NoticeStage.DECLARATION : stage;
    }

    public boolean isClosed() {
        return stage == NoticeStage.CLOSED;
    }

    PlatformNotice with(List<NoticeListing> all) {
        return new PlatformNotice(
                noticeNo,
                caseNo,
                jurisdiction,
                stage,
                result,
                sentAt,
                content.with(all.stream().map(NoticeListing::address).toList()),
                all,
                acknowledgedAt,
                measures,
                declaration,
                delivery,
                reaction,
                ending);
    }
}
