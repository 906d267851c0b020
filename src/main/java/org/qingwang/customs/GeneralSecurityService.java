package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.Clock;
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
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of general securities: one letter for every detention of a year, for trade marks alone. */
@Service
@Transactional
public class GeneralSecurityService {

    private static final BigDecimal MOST = new BigDecimal("10000000000");

    private final GeneralSecurities letters;
    private final SecurityTable law;
    private final AuditLog audit;
    private final Clock time;

    GeneralSecurityService(GeneralSecurities letters, SecurityTable law, AuditLog audit, Clock time) {
        this.letters = letters;
        this.law = law;
        this.audit = audit;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public Optional<GeneralSecurity.Standing> find(String letterNo) {
        return letterNo == null ? Optional.empty() : letters.find(letterNo.strip());
    }

    /** @return the newest letters first, each with what is left of it */
    @Transactional(readOnly = true)
    public List<GeneralSecurity.Standing> all() {
        return letters.all();
    }

    /**
     * Registers a letter the General Administration consented to. The same letter again changes nothing.
     *
     * @throws BadInput if something is missing, the amount is too low, or another letter has this number
     * @throws NotAllowed if the actor is not of customs
     */
    public void register(GeneralSecurity letter) {
        if (!mayRegister(Actors.current())) {
            throw new NotAllowed(
                    "general securities are not for " + Actors.current().userId() + " to keep");
        }
        check(letter);
        if (letters.add(letter, time.instant(), Actors.current().userId())) {
            audit.record(AuditEntry.of(
                    "customs.general-security-registered",
                    "general-security",
                    letter.letterNo(),
                    Map.of("holder", letter.holder(), "amount", letter.amount())));
            return;
        }
        if (!letters.find(letter.letterNo()).orElseThrow().letter().equals(letter)) {
            throw new BadInput("letterNo", "customs.letter-known", letter.letterNo());
        }
    }

    private void check(GeneralSecurity letter) {
        needed("letterNo", letter.letterNo());
        needed("holder", letter.holder());
        needed("guarantor", letter.guarantor());
        amount("lastYearCosts", letter.lastYearCosts());
        amount("amount", letter.amount());
        if (letter.approvedOn() == null) {
            throw new BadInput("approvedOn", "customs.letter-needs-day");
        }
        LocalDate today = WorkingCalendar.dateOf(time.instant());
        if (letter.approvedOn().isAfter(today)) {
            throw new BadInput("approvedOn", "customs.date-in-future", letter.approvedOn(), today);
        }
        BigDecimal least = law.leastGeneral(letter.lastYearCosts(), letter.approvedOn());
        if (letter.amount().compareTo(least) < 0) {
            throw new BadInput("amount", "customs.general-security-too-low", letter.amount(), least);
        }
    }

    private static void needed(String field, String text) {
        if (text == null || text.isBlank() || text.length() > 200) {
            throw new BadInput(field, "customs.letter-needs-text", 200);
        }
    }

    private static void amount(String field, BigDecimal amount) {
        if (amount == null || amount.signum() < 0 || amount.compareTo(MOST) >= 0) {
            throw new BadInput(field, "customs.letter-needs-amount");
        }
    }

    /** Customs keep the register. */
    public boolean mayRegister(Actor actor) {
        return actor.homeJurisdiction()
                .filter(home -> home.agency() == Agency.CUSTOMS)
                .isPresent();
    }
}
