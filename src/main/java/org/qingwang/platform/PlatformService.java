package org.qingwang.platform;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept about platforms, rights holders and sellers beyond one notice: bad faith, publication, and the steps
 * against a platform that keeps failing. Each use case may be called twice.
 */
@Service
@Transactional
public class PlatformService {

    private static final int SHOWN = 200;
    private static final int LONGEST = 2000;

    private final PlatformNotices notices;
    private final PlatformRecords records;
    private final StatutoryClocks clocks;
    private final CaseTimeline timeline;
    private final AuditLog audit;
    private final Clock time;

    PlatformService(
            PlatformNotices notices,
            PlatformRecords records,
            StatutoryClocks clocks,
            CaseTimeline timeline,
            AuditLog audit,
            Clock time) {
        this.notices = notices;
        this.records = records;
        this.clocks = clocks;
        this.timeline = timeline;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What stands beside a notice.
     *
     * @param platformKey the platform's name made comparable
     * @param published null until it was recorded
     */
    public record Beside(String platformKey, List<Flag> flags, Standing standing, Published published) {}

    @Transactional(readOnly = true)
    public Beside beside(PlatformNotice notice) {
        String noticeNo = notice.noticeNo();
        return new Beside(
                records.platformKey(noticeNo),
                records.flagsOf(noticeNo),
                records.standing(noticeNo),
                records.published(noticeNo).orElse(null));
    }

    /**
     * The head finds a notice malicious or a declaration false; it counts against who sent it.
     *
     * @throws NotAllowed if the person is not the head of the notice's agency
     */
    public void flag(String noticeNo, Flag.Kind kind, String reason) {
        PlatformNotice notice = locked(noticeNo);
        if (!Actors.current().isHeadOf(notice.jurisdiction())) {
            throw new NotAllowed("to flag notice " + noticeNo);
        }
        String why = required("reason", reason);
        if (kind == Flag.Kind.FALSE_DECLARATION && notice.declaration() == null) {
            throw new BadInput("kind", "platform.flag-no-declaration", noticeNo);
        }
        if (records.addFlag(noticeNo, new Flag(kind, why, time.instant()), actor())) {
            timeline.decided(notice.caseNo(), "platform.event.flag." + kind, why, null, noticeNo);
            record("platform.flagged", noticeNo, Map.of("kind", kind.name()), why);
        }
    }

    /**
     * The platform published notice, declaration and result (E-Commerce Law art. 44).
     *
     * @throws NotAllowed if the notice is not of the person's agency
     * @throws BadInput if the notice is not closed, the day cannot be, or the address is none
     */
    public void publish(String noticeNo, Published published) {
        PlatformNotice notice = locked(noticeNo);
        if (!Actors.current().worksFor(notice.jurisdiction())) {
            throw new NotAllowed("to record a publication of " + noticeNo);
        }
        if (Optional.of(published).equals(records.published(noticeNo))) {
            return;
        }
        if (!notice.isClosed()) {
            throw new BadInput("", "platform.publish-too-early", noticeNo);
        }
        refuseWrongDay("publishedOn", published.publishedOn(), notice.content().servedOn());
        refuseNoAddress(published.address());
        records.setPublished(noticeNo, published, time.instant(), actor());
        clocks.metOn(noticeNo, NoticeClosing.PUBLICATION_CLOCK, published.publishedOn());
        timeline.happened(
                notice.caseNo(), "platform.event.published", noticeNo, published.publishedOn(), published.address());
        record("platform.published", noticeNo, Map.of("address", published.address()), null);
    }

    private static void refuseNoAddress(String address) {
        boolean good = false;
        try {
            URI uri = URI.create(required("address", address));
            good = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && address.length() <= LONGEST;
        } catch (IllegalArgumentException e) {
            // Said below, as for every other address that leads nowhere.
        }
        if (!good) {
            throw new BadInput("address", "platform.no-address", address);
        }
    }

    /** @return platforms that had notices, those that acted least first */
    @Transactional(readOnly = true)
    public List<PlatformRecord> platforms() {
        return records.platforms(SHOWN);
    }

    /** @return whoever was found to send notices or declarations in bad faith, most often first */
    @Transactional(readOnly = true)
    public List<BadFaith> badFaith() {
        return records.badFaith(SHOWN);
    }

    @Transactional(readOnly = true)
    public Optional<PlatformRecord> platform(String key) {
        return records.platform(key);
    }

    /** Whether somebody may take steps against platforms: heads of market regulation and the campaign office. */
    public static boolean mayTakeSteps(Actor actor) {
        return actor.isIn(Actor.OFFICE_GROUP)
                || actor.homeJurisdiction()
                        .filter(home -> home.agency() == Agency.COMMERCE && actor.isHeadOf(home))
                        .isPresent();
    }

    /**
     * Takes the next step against a platform: talk, warning, rectify, strict handling, cut-off. None is left out, and none
     * follows a rectification before its time is over.
     *
     * @param rectifyBy until when to rectify; read with that step alone
     * @throws NotAllowed if the person may take none
     */
    public void takeStep(String key, LadderStep.Kind step, LocalDate takenOn, LocalDate rectifyBy, String reason) {
        Actor actor = Actors.current();
        if (!mayTakeSteps(actor)) {
            throw new NotAllowed("a step against a platform");
        }
        String why = required("reason", reason);
        records.lockLadder(key);
        PlatformRecord platform = records.platform(key).orElseThrow(() -> new NotAllowed("platform " + key));
        if (platform.last() != null && platform.last().step() == step) {
            return;
        }
        if (platform.next() != step) {
            throw new BadInput("step", "platform.ladder-order");
        }
        refuseWrongDay(
                "takenOn",
                takenOn,
                platform.last() == null ? takenOn : platform.last().takenOn());
        refuseBeforeRectification(platform.last(), takenOn);
        LocalDate until = step == LadderStep.Kind.RECTIFY ? checkedRectifyBy(rectifyBy, takenOn) : null;
        String jurisdiction = actor.homeJurisdiction().map(Jurisdiction::id).orElse(null);
        records.addStep(
                platform, new LadderStep(step, takenOn, until, why, jurisdiction), time.instant(), actor.userId());
        audit.record(AuditEntry.of("platform.step-taken", "platform", key, Map.of("step", step.name()))
                .withReason(why));
    }

    private static void refuseBeforeRectification(LadderStep last, LocalDate takenOn) {
        if (last != null && last.rectifyBy() != null && !takenOn.isAfter(last.rectifyBy())) {
            throw new BadInput("takenOn", "platform.rectify-runs", last.rectifyBy());
        }
    }

    private static LocalDate checkedRectifyBy(LocalDate rectifyBy, LocalDate takenOn) {
        if (rectifyBy == null) {
            throw new BadInput("rectifyBy", "platform.missing.rectifyBy");
        }
        if (!rectifyBy.isAfter(takenOn) || rectifyBy.isAfter(takenOn.plusYears(1))) {
            throw new BadInput("rectifyBy", "platform.rectify-by", takenOn);
        }
        return rectifyBy;
    }

    private void refuseWrongDay(String field, LocalDate day, LocalDate first) {
        if (day == null) {
            throw new BadInput(field, "platform.missing." + field);
        }
        if (day.isAfter(WorkingCalendar.dateOf(time.instant()))) {
            throw new BadInput(field, "platform.in-the-future", day);
        }
        if (day.isBefore(first)) {
            throw new BadInput(field, "platform.too-early", day, first);
        }
    }

    private static String required(String field, String text) {
        if (text == null || text.isBlank()) {
            throw new BadInput(field, "platform.missing." + field);
        }
        if (text.length() > LONGEST) {
            throw new BadInput(field, "platform.too-long", LONGEST, text.length());
        }
        return text.strip();
    }

    private PlatformNotice locked(String noticeNo) {
        return notices.lock(noticeNo).orElseThrow(() -> new NotAllowed("notice " + noticeNo));
    }

    private static String actor() {
        return Actors.current().userId();
    }

    private void record(String action, String noticeNo, Map<String, ?> after, String reason) {
        audit.record(new AuditEntry(action, "notice", noticeNo, Map.of(), after, reason, null));
    }
}
