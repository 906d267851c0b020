package org.qingwang.platform;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices, declarations and results on the public page. An officer releases each, word for word, after it is closed; what
 * still names or reaches a person is refused. Each use case may be called twice.
 */
@Service
@Transactional
public class PublicationService {

    /** Lines of a page of the public list. */
    public static final int PAGE = 20;

    private static final int LONGEST = 4000;
    private static final String BASIS = "E-Commerce Law, art. 44 · 《电子商务法》第四十四条";

    private final PlatformNotices notices;
    private final Publications publications;
    private final PlatformService platforms;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    PublicationService(
            PlatformNotices notices,
            Publications publications,
            PlatformService platforms,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.notices = notices;
        this.publications = publications;
        this.platforms = platforms;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /** What is proposed for release, or was released. */
    @Transactional(readOnly = true)
    public Publication proposed(PlatformNotice notice) {
        return new Publication(
                0,
                notice.noticeNo(),
                null,
                PublicText.masked(notice.content().evidence()),
                notice.declaration() == null
                        ? null
                        : PublicText.masked(notice.declaration().statement()));
    }

    /** @return what the public reads now; empty if nothing */
    @Transactional(readOnly = true)
    public Optional<Publication> of(String noticeNo) {
        return publications.of(noticeNo);
    }

    /**
     * Puts a notice on the public page.
     *
     * @throws NotAllowed if it is not of the person's agency
     * @throws BadInput if it is not closed, or a text is missing, too long, or holds what looks like personal data
     */
    public void release(String noticeNo, String noticeText, String declarationText) {
        PlatformNotice notice = ofOwnAgency(noticeNo);
        if (publications.of(noticeNo).isPresent()) {
            return;
        }
        if (!notice.isClosed()) {
            throw new BadInput("", "platform.publish-too-early", noticeNo);
        }
        String declaration = notice.declaration() == null ? null : checked("declarationText", declarationText);
        publications.add(noticeNo, checked("noticeText", noticeText), declaration, time.instant(), actor());
        timeline.decided(notice.caseNo(), "platform.event.released", null, BASIS, noticeNo);
        audit.record(AuditEntry.of("platform.released", "notice", noticeNo, Map.of()));
    }

    /** Takes it off the public page, because it should not have been there or has to be released anew. */
    public void withdraw(String noticeNo, String reason) {
        PlatformNotice notice = ofOwnAgency(noticeNo);
        if (reason == null || reason.isBlank()) {
            throw new BadInput("withdrawReason", "platform.missing.reason");
        }
        if (reason.length() > LONGEST) {
            throw new BadInput("withdrawReason", "platform.too-long", LONGEST, reason.length());
        }
        if (publications.withdraw(noticeNo, reason.strip(), time.instant(), actor())) {
            timeline.decided(notice.caseNo(), "platform.event.withdrawn", reason.strip(), null, noticeNo);
            audit.record(AuditEntry.of("platform.withdrawn", "notice", noticeNo, Map.of())
                    .withReason(reason.strip()));
        }
    }

    private static String checked(String field, String text) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.isEmpty()) {
            throw new BadInput(field, "platform.missing." + field);
        }
        if (given.length() > LONGEST) {
            throw new BadInput(field, "platform.too-long", LONGEST, given.length());
        }
        PublicText.personalIn(given).ifPresent(found -> {
            throw new BadInput(field, "platform.personal-data", found);
        });
        return given;
    }

    /**
     * A page of what the public reads, the newest first.
     *
     * @param platformKey a platform's name made comparable; null for all
     * @param before id of the last line of the page before; null for the first page
     * @return one line more than {@link #PAGE} if there is another page
     */
    @Transactional(readOnly = true)
    public List<Publication.Line> list(String platformKey, Long before) {
        return publications.list(platformKey, before == null ? Long.MAX_VALUE : before, PAGE + 1);
    }

    /** @return empty unless it was released */
    @Transactional(readOnly = true)
    public Optional<PublicNotice> publicNotice(String noticeNo) {
        return publications
                .of(noticeNo)
                .flatMap(publication -> notices.find(noticeNo)
                        .map(notice -> PublicNotice.of(publication, notice, platforms.beside(notice))));
    }

    private PlatformNotice ofOwnAgency(String noticeNo) {
        return notices.lock(noticeNo)
                .filter(notice -> Actors.current().worksFor(notice.jurisdiction()))
                .orElseThrow(() -> new NotAllowed("to publish notice " + noticeNo));
    }

    private static String actor() {
        return Actors.current().userId();
    }
}
