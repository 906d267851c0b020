package org.qingwang.pledge;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.pledge.Pledge.Stage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks many firms at once, in the background and in batches: a batch is one transaction, so whenever the application
 * stops, each firm was either asked or still waits.
 */
@Service
@Transactional
public class DriveService {

    /** How many firms are asked in one transaction. */
    static final int BATCH = 20;

    private static final int NEWEST = 30;

    private final PledgeDrives drives;
    private final Firms firms;
    private final PledgeTexts texts;
    private final PledgeService pledges;
    private final PledgeWorkflow workflow;
    private final AuditLog audit;
    private final Clock time;

    DriveService(
            PledgeDrives drives,
            Firms firms,
            PledgeTexts texts,
            PledgeService pledges,
            PledgeWorkflow workflow,
            AuditLog audit,
            Clock time) {
        this.drives = drives;
        this.firms = firms;
        this.texts = texts;
        this.pledges = pledges;
        this.workflow = workflow;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Orders that firms are asked for a pledge.
     *
     * @param codes codes of firms in the register
     * @param textRef which text
     * @param parent number of a platform's pledge in force, for its merchants; empty for none
     * @return number of the drive
     * @throws BadInput if a firm is not in the register, or no merchant of the platform
     */
    public String order(Collection<CreditCode> codes, String textRef, String parent) {
        FirmService.requireOffice();
        PledgeText text = texts.find(textRef).orElseThrow(() -> new BadInput("text", "pledge.invite.text"));
        Set<CreditCode> asked = new LinkedHashSet<>(codes);
        if (asked.isEmpty()) {
            throw new BadInput("codes", "pledge.invite.nobody");
        }
        List<Firm> known = firms.all(asked);
        known.stream().map(Firm::code).forEach(asked::remove);
        if (!asked.isEmpty()) {
            throw new BadInput(
                    "codes", "pledge.invite.unknown", asked.iterator().next().value());
        }
        String under = parent == null || parent.isBlank() ? null : parent.strip();
        if (under != null) {
            requireMerchants(known, under);
        }
        Instant now = time.instant();
        String driveNo = "CNQ-%d-%04d".formatted(WorkingCalendar.dateOf(now).getYear(), drives.nextNumber());
        drives.add(driveNo, text, under, now, Actors.current().name());
        drives.addFirms(driveNo, known.stream().map(Firm::code).toList());
        audit.record(AuditEntry.of(
                "pledge.drive-ordered", "pledge-drive", driveNo, Map.of("firms", known.size(), "text", textRef)));
        workflow.beginDrive(driveNo);
        return driveNo;
    }

    private void requireMerchants(List<Firm> known, String parent) {
        Pledge platform = pledges.find(parent)
                .map(PledgeService.Sheet::pledge)
                .filter(pledge -> pledge.stage() == Stage.IN_FORCE)
                .orElseThrow(() -> new BadInput("parent", "pledge.invite.parent", parent));
        known.stream()
                .filter(firm -> !platform.firm().equals(firm.platform()))
                .findFirst()
                .ifPresent(firm -> {
                    throw new BadInput("codes", "pledge.invite.not-merchant", firm.name());
                });
    }

    /** @return codes of a platform's merchants in the register */
    @Transactional(readOnly = true)
    public List<CreditCode> merchantsOf(CreditCode platform) {
        FirmService.requireOffice();
        return firms.merchantsOf(platform);
    }

    /**
     * Asks the next firms of a drive. Nobody is asked any more to sign under a platform's pledge that has ended.
     *
     * @return whether further ones wait
     */
    public boolean inviteNext(String driveNo) {
        return inviteNext(driveNo, BATCH);
    }

    boolean inviteNext(String driveNo, int most) {
        PledgeDrive drive = drives.find(driveNo).orElseThrow();
        PledgeText text = texts.get(drive.textRef());
        List<CreditCode> waiting = drives.lockWaiting(driveNo, most);
        boolean stands =
                drive.parent() == null || pledges.locked(drive.parent()).stage() == Stage.IN_FORCE;
        for (Firm firm : firms.all(waiting)) {
            String pledgeNo = stands ? pledges.invite(firm, text, drive.parent(), null) : null;
            drives.done(driveNo, firm.code(), pledgeNo, time.instant());
        }
        return waiting.size() == most;
    }

    /** Where a drive stands, and the pledges it asked for. */
    public record Progress(PledgeDrive drive, PledgeText text, Map<Stage, Integer> stages) {}

    /** @throws NotAllowed for anybody but the campaign office and supervisors */
    @Transactional(readOnly = true)
    public Optional<Progress> find(String driveNo) {
        requireWatcher();
        return drives.find(driveNo)
                .map(drive -> new Progress(drive, texts.get(drive.textRef()), drives.stages(driveNo)));
    }

    /** @return the newest drives first */
    @Transactional(readOnly = true)
    public List<PledgeDrive> newest() {
        requireWatcher();
        return drives.newest(NEWEST);
    }

    private static void requireWatcher() {
        if (!Actors.current().seesEverything()) {
            throw new NotAllowed("drives of pledges");
        }
    }
}
