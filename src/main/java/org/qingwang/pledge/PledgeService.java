package org.qingwang.pledge;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.Mail;
import org.qingwang.pledge.Pledge.Ending;
import org.qingwang.pledge.Pledge.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pledges from the invitation to their end. Every use case may be called twice. */
@Service
@Transactional
public class PledgeService {

    /** The period in which a firm signs or declines. */
    public static final String SIGNATURE_CLOCK = "pledge.signature";

    /** The period in which the office countersigns. */
    public static final String COUNTERSIGN_CLOCK = "pledge.countersign";

    /** How many pledges a page of a list shows. */
    public static final int PAGE = 50;

    static final int LONGEST_TEXT = 2000;

    private static final int MOST_MERCHANTS_SHOWN = 100;

    private final Pledges pledges;
    private final Firms firms;
    private final PledgeTexts texts;
    private final PledgeDocument document;
    private final PledgeMails mails;
    private final PledgeLinks links;
    private final PledgeWorkflow workflow;
    private final StatutoryClocks clocks;
    private final AuditLog audit;
    private final Clock time;

    PledgeService(
            Pledges pledges,
            Firms firms,
            PledgeTexts texts,
            PledgeDocument document,
            PledgeMails mails,
            PledgeLinks links,
            PledgeWorkflow workflow,
            StatutoryClocks clocks,
            AuditLog audit,
            Clock time) {
        this.pledges = pledges;
        this.firms = firms;
        this.texts = texts;
        this.document = document;
        this.mails = mails;
        this.links = links;
        this.workflow = workflow;
        this.clocks = clocks;
        this.audit = audit;
        this.time = time;
    }

    /** A pledge with what one has to know beside it to show it. */
    public record Sheet(Pledge pledge, Firm firm, PledgeText text, List<Answer> answers, List<PledgeEvent> events) {

        /** @return what the firm said to a commitment; null before it said anything */
        public Answer answerTo(int number) {
            return answers.stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A line of a list. */
    public record Line(Pledge pledge, Firm firm, PledgeText text) {}

    /**
     * Asks a firm for a pledge. A firm that has an open pledge of this text is not asked again.
     *
     * @param parent the platform's pledge a merchant signs under; null for none
     * @param renews the pledge this one follows; null for none
     * @return number of the pledge
     */
    String invite(Firm firm, PledgeText text, String parent, String renews) {
        Optional<Pledge> open = pledges.open(firm.code(), text.id());
        if (open.isPresent()) {
            return open.get().pledgeNo();
        }
        Instant now = time.instant();
        String number = PledgeNumbers.number(
                firm.jurisdiction(), WorkingCalendar.dateOf(now).getYear(), pledges.nextNumber());
        Pledge pledge = new Pledge(
                number,
                firm.code(),
                text.reference(),
                parent,
                null,
                renews,
                firm.jurisdiction(),
                Stage.INVITED,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null);
        if (!pledges.add(pledge, text, Actors.current().userId())) {
            return pledges.open(firm.code(), text.id()).orElseThrow().pledgeNo();
        }
        note(pledge, "invited", null);
        audit.record(AuditEntry.of(
                "pledge.invited", "pledge", number, Map.of("firm", firm.code().value(), "text", text.reference())));
        workflow.begin(pledge);
        return number;
    }

    /** Sends the invitation. */
    public void sendInvitation(String pledgeNo) {
        Pledge pledge = locked(pledgeNo);
        if (pledge.stage() == Stage.INVITED) {
            mails.write("invitation", pledge, "");
        }
    }

    /** @return how often and after how long the firm is reminded, by the pledge's text */
    @Transactional(readOnly = true)
    public String reminders(String pledgeNo) {
        return texts.get(pledges.find(pledgeNo).orElseThrow().textRef()).reminders();
    }

    /** Reminds a firm that has not answered; at most once a day. */
    public void remind(String pledgeNo) {
        Pledge pledge = locked(pledgeNo);
        if (pledge.stage() == Stage.INVITED
                && mails.write("reminder", pledge, today().toString(), day(clocks.due(pledgeNo, SIGNATURE_CLOCK)))) {
            note(pledge, "reminded", null);
        }
    }

    /** Ends a pledge nobody answered. */
    public void lapse(String pledgeNo) {
        Pledge pledge = locked(pledgeNo);
        if (pledge.stage() == Stage.INVITED) {
            clocks.missed(pledgeNo, SIGNATURE_CLOCK);
            ended(pledge, Ending.LAPSED, null);
        }
    }

    /** Keeps what a firm says to each commitment, until it signs. */
    void answer(Pledge pledge, List<Answer> answers) {
        requireStage(pledge, Stage.INVITED);
        PledgeText text = texts.get(pledge.textRef());
        List<Answer> complete = text.commitments().stream()
                .map(one -> answers.stream()
                        .filter(given -> given.number() == one.number())
                        .findFirst()
                        .map(PledgeService::checked)
                        .orElseThrow(
                                () -> new BadInput("answer" + one.number(), "pledge.answer.missing", one.number())))
                .toList();
        if (complete.stream().noneMatch(Answer::accepted)) {
            throw new BadInput("", "pledge.answer.nothing-accepted");
        }
        pledges.answer(pledge.pledgeNo(), complete);
    }

    private static Answer checked(Answer given) {
        return given.accepted()
                ? new Answer(given.number(), true, null)
                : new Answer(
                        given.number(),
                        false,
                        text("reason" + given.number(), given.reason(), "pledge.answer.reason", given.number()));
    }

    /** @return what is shown to be signed in this language; empty as long as not every commitment is answered */
    @Transactional(readOnly = true)
    public Optional<String> toSign(Sheet sheet, Locale language) {
        return sheet.answers().isEmpty()
                ? Optional.empty()
                : Optional.of(document.of(sheet.pledge(), sheet.firm(), sheet.text(), sheet.answers(), language));
    }

    /** The digest of what is shown. */
    public static String digestOf(String shown) {
        return PledgeDocument.digest(shown);
    }

    /** How a commitment is measured, for a reader of this language. */
    public String measureOf(Commitment commitment, Locale language) {
        return document.measure(commitment.measure(), language);
    }

    /** Signs, if what is signed is what was shown. */
    void sign(Pledge pledge, SignatureGiven given, Locale language, String address) {
        if (pledge.stage() == Stage.SIGNED
                && given.digest().equals(pledge.signature().digest())) {
            return;
        }
        requireStage(pledge, Stage.INVITED);
        String shown = toSign(sheet(pledge), language).orElseThrow(() -> new BadInput("", "pledge.answer.missing", 1));
        if (!PledgeDocument.digest(shown).equals(given.digest())) {
            throw new BadInput("", "pledge.sign.changed");
        }
        pledges.sign(
                pledge.pledgeNo(),
                new Pledge.Signature(given.name(), given.role(), time.instant(), address, shown, given.digest()));
        clocks.met(pledge.pledgeNo(), SIGNATURE_CLOCK);
        note(pledge, "signed", given.name() + ", " + given.role());
        audit.record(AuditEntry.of("pledge.signed", "pledge", pledge.pledgeNo(), Map.of("digest", given.digest())));
        workflow.answered(pledge, true);
    }

    /** The firm does not sign. */
    void decline(Pledge pledge, String reason) {
        if (pledge.ending() == Ending.DECLINED) {
            return;
        }
        requireStage(pledge, Stage.INVITED);
        String why = text("reason", reason, "pledge.reason-missing");
        clocks.met(pledge.pledgeNo(), SIGNATURE_CLOCK);
        ended(pledge, Ending.DECLINED, why);
        workflow.answered(pledge, false);
    }

    /** The firm takes its pledge back. */
    void giveUp(Pledge pledge, String reason) {
        if (pledge.ending() == Ending.GIVEN_UP) {
            return;
        }
        requireStage(pledge, Stage.IN_FORCE);
        String why = text("reason", reason, "pledge.reason-missing");
        clocks.stopAll(pledge.pledgeNo(), "Pledge given up · 企业退出承诺");
        ended(pledge, Ending.GIVEN_UP, why);
        workflow.end(pledge);
    }

    /** Another person speaks for the firm from now on. What was signed stays signed by whoever signed it. */
    void name(Pledge pledge, String name, String role) {
        if (!pledge.isOpen() || pledge.signature() == null) {
            throw new BadInput("", "pledge.not-now");
        }
        String representative = text("name", name, "pledge.sign.name") + ", " + text("role", role, "pledge.sign.role");
        if (!representative.equals(pledge.representative())) {
            pledges.setRepresentative(pledge.pledgeNo(), representative);
            note(pledge, "signatory", representative);
            audit.record(AuditEntry.of("pledge.signatory-changed", "pledge", pledge.pledgeNo(), Map.of()));
        }
    }

    /** The office accepts the signature, or sends it back with what is wrong. */
    public void countersign(String pledgeNo, Countersignature given) {
        FirmService.requireOffice();
        Pledge pledge = locked(pledgeNo);
        boolean accepted = given.decision() == Countersignature.Decision.ACCEPT;
        if (pledge.countersignedAt() != null && accepted
                || pledge.stage() == Stage.INVITED && !accepted && given.note().equals(pledge.remarks())) {
            return;
        }
        requireStage(pledge, Stage.SIGNED);
        clocks.met(pledgeNo, COUNTERSIGN_CLOCK);
        if (accepted) {
            pledges.countersign(pledgeNo, time.instant(), Actors.current().name());
            note(pledge, "countersigned", given.note());
        } else {
            pledges.sendBack(pledgeNo, given.note());
            note(pledge, "sent-back", given.note());
        }
        audit.record(AuditEntry.of(accepted ? "pledge.countersigned" : "pledge.sent-back", "pledge", pledgeNo, Map.of())
                .withReason(given.note()));
    }

    /** Tells the firm why its pledge came back, with a link to sign anew. */
    public void tellSentBack(String pledgeNo) {
        Pledge pledge = locked(pledgeNo);
        if (pledge.stage() == Stage.INVITED && pledge.remarks() != null) {
            long round = pledges.events(pledgeNo).stream()
                    .filter(event -> event.kind().equals("sent-back"))
                    .count();
            mails.write("sent-back", pledge, Long.toString(round), pledge.remarks());
        }
    }

    /** Puts a countersigned pledge in force, into the public register, and tells the firm. */
    public void publish(String pledgeNo) {
        Pledge pledge = locked(pledgeNo);
        if (pledge.stage() == Stage.SIGNED && pledge.countersignedAt() != null) {
            PledgeText text = texts.get(pledge.textRef());
            LocalDate from = today();
            LocalDate until = from.plusMonths(text.signedFor());
            pledges.putInForce(pledgeNo, PledgeNumbers.code(), from, until);
            note(pledge, "published", null);
            audit.record(AuditEntry.of("pledge.published", "pledge", pledgeNo, Map.of("until", until.toString())));
            mails.write("published", pledge, "", until);
        }
    }

    /** The office withdraws a pledge, for everybody to read. */
    public void withdraw(String pledgeNo, String reason) {
        FirmService.requireOffice();
        Pledge pledge = locked(pledgeNo);
        if (pledge.ending() == Ending.WITHDRAWN) {
            return;
        }
        String why = text("reason", reason, "pledge.reason-missing");
        clocks.stopAll(pledgeNo, "Pledge withdrawn · 撤销承诺");
        endByOffice(pledge, why);
        workflow.end(pledge);
    }

    /** The withdrawal itself, for whoever moves the process on. */
    void endByOffice(Pledge pledge, String why) {
        if (!pledge.isOpen()) {
            throw new BadInput("", "pledge.not-now");
        }
        mails.write("withdrawn", pledge, "", why);
        ended(pledge, Ending.WITHDRAWN, why);
    }

    /**
     * Ends a pledge whose time is over and asks the firm for the next one.
     *
     * @return number of the new pledge
     */
    public String renew(String pledgeNo) {
        Pledge pledge = locked(pledgeNo);
        if (pledge.stage() == Stage.IN_FORCE) {
            ended(pledge, Ending.EXPIRED, null);
        }
        Firm firm = firms.find(pledge.firm()).orElseThrow();
        String id = texts.get(pledge.textRef()).id();
        PledgeText newest = texts.newest().stream()
                .filter(text -> text.id().equals(id))
                .findFirst()
                .orElseThrow();
        return invite(firm, newest, standingParent(pledge), pledgeNo);
    }

    /** @return the platform's pledge a merchant's next one is signed under: the same, the one that follows it, or none */
    private String standingParent(Pledge pledge) {
        return pledge.parent() == null
                ? null
                : pledges.find(pledge.parent())
                        .flatMap(parent -> pledges.open(parent.firm(), PledgeText.id(parent.textRef())))
                        .filter(parent -> parent.stage() == Stage.IN_FORCE)
                        .map(Pledge::pledgeNo)
                        .orElse(null);
    }

    /** Sends the firm's registered contact a new link; the office does, or whoever has lost one. */
    public void sendNewLink(String pledgeNo) {
        Pledge pledge = locked(pledgeNo);
        if (!FirmService.maySee(Actors.current(), pledge.jurisdiction())) {
            throw new NotAllowed("links of pledge " + pledgeNo);
        }
        mails.write("new-link", pledge, time.instant().toString());
        audit.record(AuditEntry.of("pledge.link-sent", "pledge", pledgeNo, Map.of()));
    }

    /** Takes back every link of a pledge. */
    public void revokeLinks(String pledgeNo) {
        Pledge pledge = locked(pledgeNo);
        if (!FirmService.maySee(Actors.current(), pledge.jurisdiction())) {
            throw new NotAllowed("links of pledge " + pledgeNo);
        }
        if (links.revokeOpen(pledgeNo, time.instant()) > 0) {
            audit.record(AuditEntry.of("pledge.link-revoked", "pledge", pledgeNo, Map.of()));
        }
    }

    /**
     * Sends a new link for each open pledge of a firm to its registered contact, at most one an hour. Says nothing about
     * whether there is such a firm.
     */
    public void requestLink(String code) {
        String hour = time.instant().truncatedTo(ChronoUnit.HOURS).toString();
        CreditCode.read(code).stream()
                .flatMap(known -> pledges.of(known).stream())
                .filter(Pledge::isOpen)
                .forEach(pledge -> mails.write("new-link", pledge, hour));
    }

    /** @return a pledge with everything beside it, for somebody of its jurisdiction or across agencies */
    @Transactional(readOnly = true)
    public Optional<Sheet> find(String pledgeNo) {
        return pledges.find(pledgeNo)
                .filter(pledge -> FirmService.maySee(Actors.current(), pledge.jurisdiction()))
                .map(this::sheet);
    }

    /** @return a pledge as the public reads it; empty if it was never in force */
    @Transactional(readOnly = true)
    public Optional<Sheet> findPublic(String pledgeNo) {
        return pledges.find(pledgeNo).filter(Pledge::isPublic).map(this::sheet);
    }

    /** @return the pledge a certificate's code belongs to */
    @Transactional(readOnly = true)
    public Optional<Sheet> verify(String code) {
        return pledges.byCode(PledgeNumbers.asKept(code)).map(this::sheet);
    }

    /** @return whether what was signed is still what the digest was taken of */
    public static boolean isUnchanged(Pledge pledge) {
        return PledgeDocument.digest(pledge.signature().shown())
                .equals(pledge.signature().digest());
    }

    /** For whoever holds its link. */
    Sheet held(String pledgeNo) {
        return sheet(pledges.find(pledgeNo).orElseThrow());
    }

    Sheet sheet(Pledge pledge) {
        return new Sheet(
                pledge,
                firms.find(pledge.firm()).orElseThrow(),
                texts.get(pledge.textRef()),
                pledges.answers(pledge.pledgeNo()),
                pledges.events(pledge.pledgeNo()));
    }

    /** @return every pledge of a firm, the newest first, for whoever may see it or holds its link */
    @Transactional(readOnly = true)
    public List<Pledge> of(Firm firm) {
        return pledges.of(firm.code());
    }

    /** @return what merchants signed under a platform's pledge */
    @Transactional(readOnly = true)
    public List<Line> under(String pledgeNo) {
        return lines(pledges.under(pledgeNo, MOST_MERCHANTS_SHOWN));
    }

    /** @return what was written to the firm, for officers */
    @Transactional(readOnly = true)
    public List<Mail> mailsOf(Pledge pledge) {
        return mails.of(pledge.pledgeNo());
    }

    /** @return clocks of a pledge */
    @Transactional(readOnly = true)
    public List<StatutoryClock> clocksOf(Pledge pledge) {
        return clocks.of(pledge.pledgeNo());
    }

    /**
     * @param stage null for all
     * @param drive number of the drive they were asked for by; null for all
     * @param after the last one already shown; null for the newest
     * @return one more than {@link #PAGE} if there are older ones
     * @throws NotAllowed if pledges are none of the person's business
     */
    @Transactional(readOnly = true)
    public List<Line> page(Stage stage, String drive, String after) {
        Actor actor = Actors.current();
        if (!FirmService.maySeeAny(actor)) {
            throw new NotAllowed("pledges");
        }
        return lines(pledges.page(actor.seesEverything() ? null : actor.home(), stage, drive, after, PAGE + 1));
    }

    /** @return the public register, newest first; one more than {@link #PAGE} if there are older ones */
    @Transactional(readOnly = true)
    public List<Line> published(String words, String after) {
        return lines(pledges.published(words == null ? "" : words.strip(), after, PAGE + 1));
    }

    private List<Line> lines(List<Pledge> found) {
        Map<CreditCode, Firm> known = firms
                .all(found.stream().map(Pledge::firm).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Firm::code, firm -> firm));
        return found.stream()
                .map(pledge -> new Line(pledge, known.get(pledge.firm()), texts.get(pledge.textRef())))
                .toList();
    }

    Pledge locked(String pledgeNo) {
        return pledges.lock(pledgeNo).orElseThrow(() -> new NotAllowed("pledge " + pledgeNo));
    }

    void ended(Pledge pledge, Ending ending, String words) {
        pledges.end(pledge.pledgeNo(), ending, time.instant(), words);
        note(pledge, "ended-" + ending.name(), words);
        AuditEntry entry = AuditEntry.of("pledge.ended", "pledge", pledge.pledgeNo(), Map.of("ending", ending.name()));
        audit.record(words == null ? entry : entry.withReason(words));
        if (pledge.stage() == Stage.IN_FORCE && pledges.hasUnder(pledge.pledgeNo())) {
            workflow.platformEnded(pledge);
        }
    }

    void note(Pledge pledge, String kind, String words) {
        pledges.note(
                pledge.pledgeNo(),
                new PledgeEvent(kind, time.instant(), Actors.current().name(), words));
    }

    static void requireStage(Pledge pledge, Stage stage) {
        if (pledge.stage() != stage) {
            throw new BadInput("", "pledge.not-now");
        }
    }

    /** A text somebody has to write. */
    static String text(String field, String text, String missing, Object... arguments) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.isEmpty()) {
            throw new BadInput(field, missing, arguments);
        }
        if (given.length() > LONGEST_TEXT) {
            throw new BadInput(field, "pledge.too-long", LONGEST_TEXT, given.length());
        }
        return given;
    }

    private LocalDate today() {
        return WorkingCalendar.dateOf(time.instant());
    }

    private static LocalDate day(Instant instant) {
        return WorkingCalendar.dateOf(instant);
    }
}
