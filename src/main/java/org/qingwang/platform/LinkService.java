package org.qingwang.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.LinkSecret;
import org.qingwang.common.NotAllowed;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.HeldFile;
import org.qingwang.evidence.Incoming;
import org.qingwang.platform.NoticeLink.Party;
import org.qingwang.platform.NoticeLink.State;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal links: an officer makes one for what a notice awaits; platform, seller or rights holder give one answer by it.
 * The answer and its files are recorded, the process moves on and the link is used up in one transaction, or none of it
 * happens.
 */
@Service
@Transactional
public class LinkService {

    private final NoticeLinks links;
    private final NoticeService notices;
    private final AnswerFiles files;
    private final ChosenFiles chosen;
    private final EvidenceService evidence;
    private final NoticeWorkflow workflow;
    private final AuditLog audit;
    private final LinkMail mail;
    private final Clock time;
    private final Duration valid;

    LinkService(
            NoticeLinks links,
            NoticeService notices,
            AnswerFiles files,
            ChosenFiles chosen,
            EvidenceService evidence,
            NoticeWorkflow workflow,
            AuditLog audit,
            LinkMail mail,
            Clock time,
            @Value("${qingwang.platform.link-valid:P30D}") Duration valid) {
        this.links = links;
        this.notices = notices;
        this.files = files;
        this.chosen = chosen;
        this.evidence = evidence;
        this.workflow = workflow;
        this.audit = audit;
        this.mail = mail;
        this.time = time;
        this.valid = valid;
    }

    /** A link with the notice it belongs to, as its holder finds it. */
    public record Opened(NoticeLink link, State state, PlatformNotice notice) {

        /** Whoever answers by the link, for what is done in that name. */
        public Actor holder() {
            return link.holder(notice.content());
        }
    }

    /**
     * Makes a link for what the notice awaits now, and takes back any other of its links that is open. Where the party's
     * contact holds a mail address, the link goes there.
     *
     * @return the secret part of its address, which is kept nowhere and can be shown only now
     * @throws NotAllowed if the notice is not of the person's agency
     * @throws BadInput if it awaits nobody outside the agency
     */
    public String make(String noticeNo) {
        PlatformNotice notice = ofOwnAgency(noticeNo);
        NoticeStage step = notice.awaits();
        Party party = partyOf(step);
        if (party == null) {
            throw new BadInput("", "platform.link-for-nobody", noticeNo);
        }
        Instant now = time.instant();
        links.revokeOpen(noticeNo, now);
        String token = LinkSecret.make();
        links.add(
                new NoticeLink(0, noticeNo, party, step, now, now.plus(valid), null, null),
                LinkSecret.digest(token).orElseThrow(),
                Actors.current().userId());
        audit.record(AuditEntry.of(
                "platform.link-made", "notice", noticeNo, Map.of("party", party.name(), "step", step.name())));
        mail.send(notice, party, token, now.plus(valid));
        return token;
    }

    /** Takes back the link that is open. */
    public void revoke(String noticeNo) {
        ofOwnAgency(noticeNo);
        if (links.revokeOpen(noticeNo, time.instant()) > 0) {
            audit.record(AuditEntry.of("platform.link-revoked", "notice", noticeNo, Map.of()));
        }
    }

    private PlatformNotice ofOwnAgency(String noticeNo) {
        return notices.lock(noticeNo)
                .filter(notice -> Actors.current().worksFor(notice.jurisdiction()))
                .orElseThrow(() -> new NotAllowed("links of notice " + noticeNo));
    }

    /** @return the mail address a link for what the notice awaits now goes to; empty if the notice has none */
    public static Optional<String> mailedTo(PlatformNotice notice) {
        return Optional.ofNullable(partyOf(notice.awaits()))
                .flatMap(party -> LinkMail.recipient(notice.content(), party));
    }

    /** @return who has to answer at this step; null if nobody outside the agency */
    public static Party partyOf(NoticeStage step) {
        return switch (step) {
            case MEASURES, FORWARDING, DELIVERY, RESTORATION -> Party.PLATFORM;
            case DECLARATION -> Party.SELLER;
            case REACTION -> Party.HOLDER;
            case ORDER, CORRECTION, FINE, CLOSED -> null;
        };
    }

    /** @return the links of a notice and where each stands, the newest first */
    @Transactional(readOnly = true)
    public List<Opened> of(PlatformNotice notice) {
        return links.of(notice.noticeNo()).stream()
                .map(link -> new Opened(link, link.state(notice, time.instant()), notice))
                .toList();
    }

    /** @return what a link leads to; empty if there is no such link */
    @Transactional(readOnly = true)
    public Optional<Opened> open(String token) {
        return find(token)
                .map(link -> opened(link, notices.find(link.noticeNo()).orElseThrow()));
    }

    /** @return the files that came with the answers to a notice, for somebody who may see its case */
    @Transactional(readOnly = true)
    public List<AnswerFile> filesOf(PlatformNotice notice) {
        return files.of(notice);
    }

    /**
     * What the holder of an open link has to know of other answers: the files of the seller's declaration, which the
     * platform forwards and the rights holder weighs.
     */
    @Transactional(readOnly = true)
    public List<AnswerFile> filesFor(Opened opened) {
        NoticeStage step = opened.link().step();
        if (opened.state() != State.OPEN || step != NoticeStage.DELIVERY && step != NoticeStage.REACTION) {
            return List.of();
        }
        List<AnswerFile> found = new ArrayList<>();
        Actors.as(
                opened.holder(),
                () -> files.of(opened.notice()).stream()
                        .filter(file -> file.step() == NoticeStage.DECLARATION)
                        .forEach(found::add));
        return found;
    }

    /**
     * Remembers that the holder of a link takes one of {@link #filesFor its files}.
     *
     * @throws NotAllowed if it is none of them
     */
    public AnswerFile handOut(Opened opened, long evidenceId) {
        AnswerFile file = filesFor(opened).stream()
                .filter(one -> one.file().id() == evidenceId)
                .findFirst()
                .orElseThrow(() -> new NotAllowed("file " + evidenceId + " by a link"));
        Actors.as(opened.holder(), () -> evidence.handOut(evidenceId, false));
        return file;
    }

    /**
     * Keeps files for the answer to come: each that can be evidence.
     *
     * @return why the others were not taken
     */
    public List<BadInput> choose(String token, NoticeStage step, List<Incoming> sent) {
        return chosen.hold(lockedOpen(token, step).link(), sent);
    }

    /** Files chosen for the answer to come, first sent first. */
    @Transactional(readOnly = true)
    public List<HeldFile> chosenFor(Opened opened) {
        return chosen.of(opened.link());
    }

    /** Gives up a file chosen for the answer to come. Nothing happens if it is not among them. */
    public void giveUp(String token, NoticeStage step, long file) {
        chosen.remove(lockedOpen(token, step).link(), file);
    }

    /** The platform confirms that it has the notice. The link can still be answered; only the first time counts. */
    public void acknowledge(String token) {
        Opened opened = lockedOpen(token, NoticeStage.MEASURES);
        Actors.as(opened.holder(), () -> notices.acknowledge(opened.notice().noticeNo()));
    }

    public void answer(String token, MeasuresTaken taken) {
        answer(token, NoticeStage.MEASURES, noticeNo -> notices.recordMeasures(noticeNo, taken, null));
    }

    public void answer(String token, Forwarding forwarding) {
        answer(token, NoticeStage.FORWARDING, noticeNo -> notices.recordForwarding(noticeNo, forwarding, null));
    }

    public void answer(String token, Declaration declaration) {
        answer(token, NoticeStage.DECLARATION, noticeNo -> notices.recordDeclaration(noticeNo, declaration, null));
    }

    public void answer(String token, Delivery delivery) {
        answer(token, NoticeStage.DELIVERY, noticeNo -> notices.recordDelivery(noticeNo, delivery, null));
    }

    public void answer(String token, Reaction reaction) {
        answer(token, NoticeStage.REACTION, noticeNo -> notices.recordReaction(noticeNo, reaction, null));
    }

    public void answer(String token, Restoration restoration) {
        answer(token, NoticeStage.RESTORATION, noticeNo -> notices.recordRestoration(noticeNo, restoration, null));
    }

    private interface Answer {
        void record(String noticeNo);
    }

    private void answer(String token, NoticeStage step, Answer answer) {
        Opened opened = lockedOpen(token, step);
        String noticeNo = opened.notice().noticeNo();
        boolean late = opened.notice().isClosed();
        Actors.as(opened.holder(), () -> {
            answer.record(noticeNo);
            files.store(opened.notice(), step, chosen.incoming(opened.link()));
        });
        chosen.forget(opened.link());
        links.setUsed(opened.link().id(), time.instant());
        PlatformNotice after = notices.find(noticeNo).orElseThrow();
        if (late) {
            workflow.beginLate(after);
        } else {
            workflow.answered(after, step);
        }
    }

    /** The notice's row is held until the end, so that of two answers at once only one counts. */
    private Opened lockedOpen(String token, NoticeStage step) {
        NoticeLink link = find(token).orElseThrow(() -> new NotAllowed("a link that does not exist"));
        PlatformNotice notice = notices.lock(link.noticeNo()).orElseThrow();
        NoticeLink now = find(token).orElseThrow();
        if (now.step() != step) {
            throw new NotAllowed("to answer " + step + " by a link for " + now.step());
        }
        Opened opened = opened(now, notice);
        if (opened.state() != State.OPEN) {
            throw new LinkClosed(opened.state());
        }
        return opened;
    }

    private Opened opened(NoticeLink link, PlatformNotice notice) {
        return new Opened(link, link.state(notice, time.instant()), notice);
    }

    private Optional<NoticeLink> find(String token) {
        return LinkSecret.digest(token).flatMap(links::find);
    }
}
