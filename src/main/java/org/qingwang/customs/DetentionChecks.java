package org.qingwang.customs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.qingwang.common.BadInput;

/**
 * What no single field can tell: whether what is recorded contradicts itself, the calendar or the law. Each refusal is
 * one sentence that names the field and the remedy.
 *
 * @param today the day on which it is recorded: nothing recorded can lie after it
 */
record DetentionChecks(LocalDate today) {

    void examination(Examination examination, Optional<RecordedRight> recordation) {
        if (examination.finding() == Examination.Finding.NOT_COMPETENT) {
            return;
        }
        notInFuture("examinedOn", examination.examinedOn());
        notBefore("examinedOn", examination.examinedOn(), examination.declaredOn(), "customs.examined-before-declared");
        refuse(
                examination
                        .firstOfficer()
                        .strip()
                        .equalsIgnoreCase(examination.secondOfficer().strip()),
                "secondOfficer",
                "customs.two-officers",
                examination.secondOfficer().strip());
        refuse(
                examination.currency() != Examination.Currency.CNY,
                "currency",
                "customs.value-in-cny",
                examination.currency());
        refuse(
                examination.personalUse() != Examination.PersonalUse.NOT_CONCERNED
                        && !examination.channel().mayBePersonal(),
                "personalUse",
                "customs.cargo-is-not-personal");
        if (examination.finding() == Examination.Finding.SUSPECTED) {
            suspicion(examination, recordation);
        }
    }

    private void suspicion(Examination examination, Optional<RecordedRight> recordation) {
        refuse(
                examination.quantity().signum() == 0 || examination.value().signum() == 0,
                "quantity",
                "customs.no-goods-no-detention");
        refuse(
                examination.parallelImport() == Examination.ParallelImport.GENUINE,
                "parallelImport",
                "customs.genuine-goods-do-not-infringe");
        refuse(
                examination.licence() == Examination.Licence.LICENSED,
                "licence",
                "customs.licensed-goods-do-not-infringe");
        refuse(
                examination.personalUse() == Examination.PersonalUse.WITHIN,
                "personalUse",
                "customs.personal-use-is-let-through");
        recordation(examination, recordation);
    }

    private void recordation(Examination examination, Optional<RecordedRight> recordation) {
        String number = examination.recordationNo();
        refuse(
                examination.route() == Route.EX_OFFICIO && isBlank(number),
                "recordationNo",
                "customs.ex-officio-needs-recordation");
        if (isBlank(number)) {
            return;
        }
        refuse(recordation.isEmpty(), "recordationNo", "customs.recordation-unknown", number);
        Recordation known = recordation.get().recordation();
        refuse(
                recordation.get().standing() == RecordedRight.Standing.NOT_IN_FORCE,
                "recordationNo",
                "customs.recordation-not-in-force",
                number,
                examination.examinedOn(),
                known.validUntil());
        refuse(
                recordation.get().standing() == RecordedRight.Standing.RIGHT_ENDED,
                "recordationNo",
                "customs.recordation-ended-with-right",
                number,
                known.rightNo(),
                examination.examinedOn());
        refuse(
                known.rightKind() != examination.rightKind(),
                "rightKind",
                "customs.recordation-of-another-right",
                number);
    }

    void application(
            Application application,
            Examination examination,
            RequiredSecurity required,
            Optional<GeneralSecurity.Standing> letter) {
        notInFuture("appliedOn", application.appliedOn());
        if (application.isAccepted()) {
            security(application.security(), application.appliedOn(), examination, required, letter);
        }
    }

    void notice(HolderNotice notice, Examination examination) {
        notInFuture("servedOn", notice.servedOn());
        notBefore("servedOn", notice.servedOn(), examination.examinedOn(), "customs.served-before-examined");
    }

    /** @param lastDay the last of the three working days */
    void answer(
            HolderAnswer answer,
            HolderNotice notice,
            LocalDate lastDay,
            Examination examination,
            RequiredSecurity required,
            Optional<GeneralSecurity.Standing> letter) {
        notInFuture("answeredOn", answer.answeredOn());
        notBefore("answeredOn", answer.answeredOn(), notice.servedOn(), "customs.answered-before-served");
        if (answer.applies()) {
            refuse(
                    answer.answeredOn().isAfter(lastDay),
                    "answeredOn",
                    "customs.answer-too-late",
                    answer.answeredOn(),
                    lastDay);
            security(answer.security(), answer.answeredOn(), examination, required, letter);
        }
    }

    private void security(
            Security security,
            LocalDate day,
            Examination examination,
            RequiredSecurity required,
            Optional<GeneralSecurity.Standing> letter) {
        if (security.kind() == SecurityKind.GENERAL) {
            generalSecurity(security, day, examination, letter);
            return;
        }
        refuse(
                security.kind() != SecurityKind.CASH && security.until() == null,
                "securityUntil",
                "customs.letter-without-end");
        refuse(
                security.until() != null && security.until().isBefore(day),
                "securityUntil",
                "customs.letter-expired",
                security.until(),
                day);
        refuse(
                security.amount().compareTo(required.required()) < 0,
                "securityAmount",
                "customs.security-too-low",
                security.amount(),
                required.required());
    }

    /** @param letter the letter of this number; empty if none is registered */
    private void generalSecurity(
            Security security, LocalDate day, Examination examination, Optional<GeneralSecurity.Standing> letter) {
        refuse(
                examination.rightKind() != RightKind.TRADEMARK,
                "securityKind",
                "customs.general-security-for-marks-only");
        refuse(letter.isEmpty(), "securityNo", "customs.letter-unknown", security.no());
        GeneralSecurity known = letter.get().letter();
        refuse(
                !known.covers(day),
                "securityNo",
                "customs.letter-covers-another-time",
                security.no(),
                known.approvedOn(),
                known.coversUntil());
        refuse(
                !known.holder().equalsIgnoreCase(examination.holder().strip()),
                "securityNo",
                "customs.letter-of-another-holder",
                security.no(),
                known.holder());
        refuse(
                security.amount().compareTo(known.amount()) != 0,
                "securityAmount",
                "customs.letter-of-another-amount",
                security.no(),
                known.amount());
        refuse(letter.get().left().signum() == 0, "securityNo", "customs.letter-used-up", security.no());
    }

    void detained(Detained detained, LocalDate earliest, Examination examination) {
        notInFuture("detainedOn", detained.detainedOn());
        notBefore("detainedOn", detained.detainedOn(), earliest, "customs.detained-too-early");
        notInFuture("consigneeToldOn", detained.consigneeToldOn());
        notInFuture("holderToldOn", detained.holderToldOn());
        notBefore("consigneeToldOn", detained.consigneeToldOn(), detained.detainedOn(), "customs.told-before-detained");
        notBefore("holderToldOn", detained.holderToldOn(), detained.detainedOn(), "customs.told-before-detained");
        refuse(detained.quantity().signum() == 0, "quantity", "customs.nothing-detained");
        notMore("quantity", detained.quantity(), examination.quantity());
    }

    void determination(Determination determination, Detained detained, Examination examination) {
        notInFuture("determinedOn", determination.determinedOn());
        notBefore("determinedOn", determination.determinedOn(), detained.detainedOn(), "customs.acted-before-detained");
        if (determination.result() == Determination.Result.COUNTER_SECURITY) {
            counterSecurity(determination.counterAmount(), detained, examination);
        }
        if (determination.result() == Determination.Result.NOT_DETERMINABLE) {
            notInFuture("noticeServedOn", determination.noticeServedOn());
            notBefore(
                    "noticeServedOn",
                    determination.noticeServedOn(),
                    determination.determinedOn(),
                    "customs.notice-before-act");
        }
    }

    /** @param lastDay the last day for the court's notice */
    void court(CourtRecord record, Detained detained, LocalDate lastDay, Examination examination) {
        notInFuture("happenedOn", record.happenedOn());
        notBefore("happenedOn", record.happenedOn(), detained.detainedOn(), "customs.acted-before-detained");
        refuse(
                record.event() == CourtRecord.Event.NOTICE
                        && record.happenedOn().isAfter(lastDay),
                "happenedOn",
                "customs.court-too-late",
                record.happenedOn(),
                lastDay);
        if (record.event() == CourtRecord.Event.COUNTER_SECURITY) {
            counterSecurity(record.counterAmount(), detained, examination);
        }
    }

    private void counterSecurity(BigDecimal amount, Detained detained, Examination examination) {
        refuse(
                examination.rightKind() != RightKind.PATENT,
                "counterAmount",
                "customs.counter-security-for-patents-only");
        refuse(
                amount.compareTo(detained.value()) < 0,
                "counterAmount",
                "customs.counter-security-too-low",
                amount,
                detained.value());
    }

    void confiscation(Confiscation confiscation, Determination determination, Detained detained) {
        notInFuture("decidedOn", confiscation.decidedOn());
        notBefore(
                "decidedOn",
                confiscation.decidedOn(),
                determination.determinedOn(),
                "customs.decided-before-determined");
        notInFuture("noticeServedOn", confiscation.noticeServedOn());
        notBefore(
                "noticeServedOn", confiscation.noticeServedOn(), confiscation.decidedOn(), "customs.notice-before-act");
        refuse(confiscation.quantity().signum() == 0, "quantity", "customs.nothing-confiscated");
        notMore("quantity", confiscation.quantity(), detained.quantity());
    }

    /** @param lawful the way the legal order leads to */
    void disposal(Disposal disposal, Disposal.Method lawful, Confiscation confiscation) {
        refuse(disposal.method() != lawful, "method", "customs.disposal-out-of-order." + lawful);
        refuse(
                lawful != Disposal.Method.WELFARE && isBlank(disposal.orderReason()),
                "orderReason",
                "customs.disposal-needs-reason");
        notInFuture("disposedOn", disposal.disposedOn());
        notBefore("disposedOn", disposal.disposedOn(), confiscation.decidedOn(), "customs.disposed-before-decided");
        refuse(
                disposal.quantity().compareTo(confiscation.quantity()) != 0,
                "quantity",
                "customs.not-all-disposed",
                disposal.quantity(),
                confiscation.quantity());
    }

    void settlement(Settlement settlement, Detained detained, boolean isReleased) {
        refuse(
                settlement.isCompensated() && !isReleased,
                "compensation",
                "customs.compensation-for-released-goods-only");
        refuse(
                settlement.isCompensated() && isBlank(settlement.judgmentNo()),
                "judgmentNo",
                "customs.compensation-needs-judgment");
        notInFuture("settledOn", settlement.settledOn());
        notBefore("settledOn", settlement.settledOn(), detained.detainedOn(), "customs.acted-before-detained");
    }

    private static void notMore(String field, BigDecimal quantity, BigDecimal most) {
        refuse(quantity.compareTo(most) > 0, field, "customs.more-than-there-was", quantity, most);
    }

    private void notInFuture(String field, LocalDate day) {
        refuse(day.isAfter(today), field, "customs.date-in-future", day, today);
    }

    private static void notBefore(String field, LocalDate day, LocalDate earliest, String messageKey) {
        refuse(day.isBefore(Objects.requireNonNull(earliest)), field, messageKey, day, earliest);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static void refuse(boolean wrong, String field, String messageKey, Object... arguments) {
        if (wrong) {
            throw new BadInput(field, messageKey, arguments);
        }
    }
}
