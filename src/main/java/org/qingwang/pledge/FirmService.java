package org.qingwang.pledge;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.AgencyService;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of firms: kept by the campaign office, read by it and by market regulation for its own province. */
@Service
@Transactional
public class FirmService {

    /** How many firms a page of the register shows. */
    public static final int PAGE = 50;

    private final Firms firms;
    private final AgencyService agencies;
    private final AuditLog audit;
    private final Clock time;

    FirmService(Firms firms, AgencyService agencies, AuditLog audit, Clock time) {
        this.firms = firms;
        this.agencies = agencies;
        this.audit = audit;
        this.time = time;
    }

    /**
     * What became of a row that was not taken.
     *
     * @param line where it stands in the file, counted from 1
     */
    public record BadRow(long line, BadInput problem) {}

    /**
     * What became of a list: how many firms are new, changed, as they were, and which rows were not taken.
     *
     * @param codes the firms of the rows that were taken
     */
    public record Imported(int added, int changed, int same, List<BadRow> bad, List<CreditCode> codes) {}

    /**
     * Takes what can be taken of a list; platforms may stand below their merchants. The same list again changes nothing.
     *
     * @throws BadInput if the file is no such list
     * @throws NotAllowed if the person is not of the campaign office
     */
    public Imported importList(byte[] file) throws IOException {
        requireOffice();
        List<BadRow> bad = new ArrayList<>();
        List<FirmList.Row> waiting = new ArrayList<>();
        List<CreditCode> codes = new ArrayList<>();
        int[] counts = new int[3];
        for (FirmList.Row row : FirmList.read(file)) {
            if (row.problem() != null) {
                bad.add(new BadRow(row.line(), row.problem()));
            } else if (row.firm().isMerchant()) {
                waiting.add(row);
            } else {
                take(row, counts, codes, bad);
            }
        }
        waiting.forEach(row -> take(row, counts, codes, bad));
        bad.sort((one, other) -> Long.compare(one.line(), other.line()));
        if (counts[0] + counts[1] > 0) {
            audit.record(AuditEntry.of(
                    "pledge.firms-imported", "firms", "list", Map.of("added", counts[0], "changed", counts[1])));
        }
        return new Imported(counts[0], counts[1], counts[2], bad, codes);
    }

    private void take(FirmList.Row row, int[] counts, List<CreditCode> codes, List<BadRow> bad) {
        try {
            counts[save(row.firm())]++;
            codes.add(row.firm().code());
        } catch (BadInput problem) {
            bad.add(new BadRow(row.line(), problem));
        }
    }

    /** @return 0 if it is new, 1 if it is different now, 2 if it is as it was */
    private int save(Firm firm) {
        if (!agencies.jurisdictions().contains(firm.jurisdiction())) {
            throw new BadInput("region", "pledge.firm.nobody-there", firm.region());
        }
        if (firm.isMerchant()) {
            Firm platform = firms.find(firm.platform())
                    .orElseThrow(() -> new BadInput(
                            "platform",
                            "pledge.firm.platform-unknown",
                            firm.platform().value()));
            if (platform.isMerchant()) {
                throw new BadInput("platform", "pledge.firm.platform-is-merchant", platform.name());
            }
        }
        if (firms.add(firm, time.instant(), Actors.current().userId())) {
            return 0;
        }
        return firms.change(firm, time.instant()) ? 1 : 2;
    }

    /** @return a firm the person may see */
    @Transactional(readOnly = true)
    public Optional<Firm> find(CreditCode code) {
        return firms.find(code).filter(firm -> maySee(Actors.current(), firm.jurisdiction()));
    }

    /** @return those of the firms the person may see */
    @Transactional(readOnly = true)
    public List<Firm> find(Collection<CreditCode> codes) {
        return firms.all(codes).stream()
                .filter(firm -> maySee(Actors.current(), firm.jurisdiction()))
                .toList();
    }

    /**
     * A page of the register, by name.
     *
     * @param words part of a name, or a whole code
     * @param after code of the last one already shown; null for the first page
     * @return one more than {@link #PAGE} if there are further ones
     * @throws NotAllowed if the register is none of the person's business
     */
    @Transactional(readOnly = true)
    public List<Firm> page(String words, CreditCode after) {
        Actor actor = Actors.current();
        if (!maySeeAny(actor)) {
            throw new NotAllowed("register of firms");
        }
        return firms.page(
                actor.seesEverything() ? null : actor.home(), words == null ? "" : words.strip(), after, PAGE + 1);
    }

    /** Whether somebody may see what firms of a jurisdiction pledged, and their returns. */
    public static boolean maySee(Actor actor, Jurisdiction jurisdiction) {
        return actor.seesEverything() || actor.worksFor(jurisdiction);
    }

    /** Whether somebody may see any firm. */
    public static boolean maySeeAny(Actor actor) {
        return actor.seesEverything()
                || actor.homeJurisdiction()
                        .filter(home -> home.agency() == Agency.COMMERCE)
                        .isPresent();
    }

    /** Whether somebody keeps the register and asks firms for pledges. */
    public static boolean mayInvite(Actor actor) {
        return actor.isIn(Actor.OFFICE_GROUP);
    }

    static void requireOffice() {
        if (!mayInvite(Actors.current())) {
            throw new NotAllowed("pledges, without being of the campaign office");
        }
    }
}
