package org.qingwang.customs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.customs.RecordationReport.Taken;
import org.qingwang.customs.RecordedRight.Standing;
import org.qingwang.rights.RightFinding;
import org.qingwang.rights.RightsService;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rights recorded with customs: ex officio customs acts for these alone. */
@Service
@Transactional
public class RecordationService {

    private final Recordations recordations;
    private final RightsService rights;
    private final AuditLog audit;

    RecordationService(Recordations recordations, RightsService rights, AuditLog audit) {
        this.recordations = recordations;
        this.rights = rights;
        this.audit = audit;
    }

    /** @return the recordation of this number, whether in force or not */
    @Transactional(readOnly = true)
    public Optional<Recordation> find(String recordationNo) {
        return recordationNo == null || recordationNo.isBlank()
                ? Optional.empty()
                : recordations.find(recordationNo.strip());
    }

    /** @return recordations whose number, right or holder contains these words, the newest first */
    @Transactional(readOnly = true)
    public List<Recordation> search(String words) {
        return recordations.search(words == null ? "" : words.strip());
    }

    /** How a recordation stands on a day: marks are looked up in the register, of other rights there is none. */
    @Transactional(readOnly = true)
    public RecordedRight on(Recordation recordation, LocalDate day) {
        return new RecordedRight(recordation, standing(recordation, day));
    }

    private Standing standing(Recordation recordation, LocalDate day) {
        if (!recordation.isInForce(day)) {
            return Standing.NOT_IN_FORCE;
        }
        boolean hasEnded = recordation.rightKind() == RightKind.TRADEMARK
                && rights.check(recordation.rightNo(), day).status() == RightFinding.Status.LAPSED;
        return hasEnded ? Standing.RIGHT_ENDED : Standing.IN_FORCE;
    }

    /**
     * Takes a recordation as the General Administration of Customs published it: a new one, or one that changed.
     *
     * @throws BadInput if it ends before it begins
     */
    public Taken take(Recordation recordation) {
        if (recordation.validUntil().isBefore(recordation.validFrom())) {
            throw new BadInput(
                    "validUntil", "customs.recordation-ends-early", recordation.validUntil(), recordation.validFrom());
        }
        Optional<Recordation> known = find(recordation.recordationNo());
        if (known.filter(recordation::equals).isPresent()) {
            return Taken.UNCHANGED;
        }
        recordations.put(recordation);
        audit.record(AuditEntry.of(
                "customs.recordation-taken",
                "recordation",
                recordation.recordationNo(),
                Map.of(
                        "holder",
                        recordation.holder(),
                        "validUntil",
                        recordation.validUntil().toString(),
                        "cancelled",
                        recordation.cancelled())));
        return known.isPresent() ? Taken.CHANGED : Taken.ADDED;
    }

    /**
     * Takes a table of recordations. Good lines are taken, bad ones reported; the same file again changes nothing.
     *
     * @throws BadInput if it is not such a table
     * @throws NotAllowed if the actor may not keep the recordations
     */
    public RecordationReport importFile(InputStreamSource file) {
        if (!mayImport(Actors.current())) {
            throw new NotAllowed("recordations are not for " + Actors.current().userId() + " to keep");
        }
        RecordationReport.Count count = new RecordationReport.Count();
        RecordationFile.read(file, new RecordationFile.Lines() {
            @Override
            public void read(long line, Recordation recordation) {
                count.add(take(recordation));
            }

            @Override
            public void unreadable(long line, String number, BadInput reason) {
                count.refuse(line, number, reason);
            }
        });
        return count.report();
    }

    /** Customs keep the recordations; administrators may. */
    public boolean mayImport(Actor actor) {
        return actor.isAdministrator()
                || actor.homeJurisdiction()
                        .filter(home -> home.agency() == Agency.CUSTOMS)
                        .isPresent();
    }
}
