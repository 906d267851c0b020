package org.qingwang.commerce;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;
import org.qingwang.law.FineRange;
import org.qingwang.law.LegalBasis;
import org.qingwang.rights.RightFinding;
import org.qingwang.rights.TradeMark;

/**
 * What no single field can tell: whether the facts of an investigation contradict each other, the calendar or the law.
 * Each refusal is one sentence that names the field and the remedy.
 *
 * @param today the day on which it is recorded: nothing recorded can lie after it
 */
record InvestigationChecks(LocalDate today) {

    void lead(LeadCheck check) {
        notInFuture("checkedOn", check.checkedOn());
    }

    void filing(Filing filing, LeadCheck lead) {
        boolean files = filing.decision() == FilingDecision.FILE;
        boolean followsProposal = files && lead.result() == LeadResult.FILE;
        refuse(!followsProposal && isBlank(filing.reason()), "reason", "commerce.filing-needs-reason");
        if (!files) {
            return;
        }
        refuse(isBlank(filing.filingNo()), "filingNo", "commerce.filing-needs-number");
        refuse(
                isBlank(filing.firstHandler()) || isBlank(filing.secondHandler()),
                "secondHandler",
                "commerce.two-handlers");
        differ("secondHandler", filing.firstHandler(), filing.secondHandler());
    }

    void findings(Findings findings) {
        conduct(findings);
        Findings.Inspection inspection = findings.inspection();
        notInFuture("inspectedOn", inspection.on());
        differ("secondOfficer", inspection.firstOfficer(), inspection.secondOfficer());
        identification(findings.identification());
        goods(findings.goods());
        findings.seized().ifPresent(seizure -> seizure(seizure, findings.goods()));
        if (findings.isInnocentSeller()) {
            source(findings);
        }
        proposal(findings);
    }

    private void conduct(Findings findings) {
        notInFuture("conductTo", findings.conductTo());
        refuse(
                findings.conductTo().isBefore(findings.conductFrom()),
                "conductTo",
                "commerce.conduct-ends-before-it-starts",
                findings.conductTo(),
                findings.conductFrom());
    }

    /**
     * A mark is infringed only while it stands (Trademark Law, 2019, arts. 39 and 56). What the register does not know is
     * for the officer to weigh.
     *
     * @param first what the register says of the mark on the first day of the conduct
     * @param last what it says on the last day
     */
    void markStood(Findings findings, RightFinding first, RightFinding last) {
        String mark = last.tradeMark().map(TradeMark::number).orElse(null);
        refuse(
                last.status() == RightFinding.Status.LAPSED,
                "conductTo",
                "commerce.mark-had-ended",
                mark,
                findings.conductTo());
        refuse(
                first.status() == RightFinding.Status.PENDING,
                "conductFrom",
                "commerce.mark-not-yet-registered",
                mark,
                findings.conductFrom());
    }

    private void identification(Findings.Identified identified) {
        boolean done = identified.result() != Identification.NONE;
        refuse(done && isBlank(identified.by()), "identifiedBy", "commerce.identified-by-whom");
        refuse(done && identified.on() == null, "identifiedOn", "commerce.identified-when");
        if (identified.on() != null) {
            notInFuture("identifiedOn", identified.on());
        }
    }

    private void goods(Findings.Goods goods) {
        valueNeedsQuantity("soldQuantity", goods.soldQuantity(), goods.soldValue());
        valueNeedsQuantity("unsoldQuantity", goods.unsoldQuantity(), goods.unsoldValue());
        refuse(
                goods.unsoldValue().signum() > 0 && goods.valuation() == null,
                "valuation",
                "commerce.how-were-unsold-goods-valued");
    }

    private void valueNeedsQuantity(String field, BigDecimal quantity, BigDecimal value) {
        refuse(value.signum() > 0 && quantity.signum() == 0, field, "commerce.value-without-goods", value);
    }

    private void seizure(Findings.Seizure seizure, Findings.Goods goods) {
        refuse(
                seizure.quantity() == null || seizure.on() == null || isBlank(seizure.documentNo()),
                "seizedQuantity",
                "commerce.seizure-incomplete");
        notInFuture("seizedOn", seizure.on());
        refuse(
                seizure.quantity().compareTo(goods.unsoldQuantity()) > 0,
                "seizedQuantity",
                "commerce.seized-more-than-found",
                seizure.quantity(),
                goods.unsoldQuantity());
    }

    private void source(Findings findings) {
        Findings.Source source = findings.source();
        refuse(
                isBlank(source.name()) || isBlank(source.address()) || isBlank(source.proof()),
                "sourceName",
                "commerce.source-incomplete");
        refuse(
                findings.infringement() != InfringementKind.SELLING,
                "innocentSeller",
                "commerce.only-a-seller-is-innocent");
        refuse(findings.isHeavier(), "innocentSeller", "commerce.innocent-and-heavier");
    }

    private void proposal(Findings findings) {
        boolean penalty = findings.proposal() == DecisionKind.PENALTY;
        refuse(penalty && findings.proposedFine() == null, "proposedFine", "commerce.proposed-fine-missing");
        refuse(penalty && findings.isInnocentSeller(), "proposal", "commerce.innocent-seller-only-stops");
        refuse(
                penalty && findings.identification().result() == Identification.GENUINE,
                "proposal",
                "commerce.genuine-goods-are-not-punished");
        refuse(
                findings.proposal() == DecisionKind.STOP_ONLY && !findings.isInnocentSeller(),
                "proposal",
                "commerce.stop-only-needs-innocent-seller");
    }

    /** @param field which of the two forms' fields carries the fine */
    void fine(String field, BigDecimal fine, FineRange range) {
        LegalBasis basis = range.rule().basis();
        refuse(
                !range.allows(fine),
                field,
                "commerce.fine-outside-range",
                fine,
                range.maximum(),
                basis.english(),
                basis.chinese());
    }

    void review(Review review) {
        if (review.result() != ReviewResult.APPROVED) {
            return;
        }
        Set<ReviewPoint> missing = EnumSet.allOf(ReviewPoint.class);
        review.points().forEach(missing::remove);
        refuse(!missing.isEmpty(), "points", "commerce.review-incomplete", missing.size());
    }

    void decision(Decision decision, Findings findings, LocalDate filedOn, FineRange range) {
        notInFuture("decidedOn", decision.decidedOn());
        notBefore("decidedOn", decision.decidedOn(), filedOn, "commerce.decided-before-filed");
        refuse(
                decision.kind() == DecisionKind.STOP_ONLY && !findings.isInnocentSeller(),
                "decision",
                "commerce.stop-only-needs-innocent-seller");
        if (decision.kind() == DecisionKind.PENALTY) {
            penalty(decision, findings, range);
        }
    }

    /** One act is fined once, whichever agency fined it (Administrative Penalty Law arts. 29 and 35). */
    void oneFine(Decision decision, PartyRecord record) {
        if (decision.fine().signum() == 0) {
            return;
        }
        OneFine said = decision.oneFine();
        refuse(!isBlank(said.finedBy()), "fine", "commerce.fined-elsewhere", said.finedBy());
        if (isBlank(said.anotherAct())) {
            record.sameAct().stream().findFirst().ifPresent(fined -> {
                throw new BadInput("fine", "commerce.fined-already", fined.asLine());
            });
        }
    }

    private void penalty(Decision decision, Findings findings, FineRange range) {
        refuse(findings.isInnocentSeller(), "decision", "commerce.innocent-seller-only-stops");
        fine("fine", decision.fine(), range);
        boolean nothing = decision.fine().signum() == 0
                && decision.confiscatedGains().signum() == 0
                && decision.confiscatedQuantity().signum() == 0;
        refuse(nothing, "fine", "commerce.penalty-without-content");
        refuse(
                range.isLighterThanCalledFor(decision.fine()) && isBlank(decision.lighterReason()),
                "lighterReason",
                "commerce.lighter-needs-reason",
                decision.fine(),
                range.heavierFrom());
        confiscation(decision, findings.goods());
        partyWasHeard(decision);
    }

    private void confiscation(Decision decision, Findings.Goods goods) {
        refuse(
                decision.confiscatedGains().compareTo(goods.illegalGains()) > 0,
                "confiscatedGains",
                "commerce.confiscated-more-gains-than-made",
                decision.confiscatedGains(),
                goods.illegalGains());
        refuse(
                decision.confiscatedQuantity().compareTo(goods.unsoldQuantity()) > 0,
                "confiscatedQuantity",
                "commerce.confiscated-more-than-found",
                decision.confiscatedQuantity(),
                goods.unsoldQuantity());
        valueNeedsQuantity("confiscatedQuantity", decision.confiscatedQuantity(), decision.confiscatedValue());
    }

    private void partyWasHeard(Decision decision) {
        refuse(decision.noticeOn() == null, "noticeOn", "commerce.penalty-needs-notice");
        refuse(
                decision.noticeOn().isAfter(decision.decidedOn()),
                "decidedOn",
                "commerce.notice-after-decision",
                decision.noticeOn(),
                decision.decidedOn());
        refuse(decision.partyStatement() == null, "partyStatement", "commerce.was-the-party-heard");
        refuse(
                decision.partyStatement() != PartyStatement.WAIVED && isBlank(decision.partyWords()),
                "partyWords",
                "commerce.what-did-the-party-say");
    }

    void service(ServiceRecord service, Decision decision) {
        boolean notice = service.method() == ServiceMethod.PUBLIC_NOTICE && service.isAwaited();
        String field = notice ? "noticedOn" : "servedOn";
        LocalDate day = notice ? service.noticedOn() : service.servedOn();
        refuse(day == null, field, notice ? "commerce.noticed-when" : "commerce.served-when");
        notInFuture(field, day);
        notBefore(field, day, decision.decidedOn(), "commerce.served-before-decided");
        refuse(
                service.method() == ServiceMethod.ELECTRONIC && isBlank(service.consent()),
                "consent",
                "commerce.electronic-needs-consent");
        refuse(service.method().needsProof() && isBlank(service.note()), "note", "commerce.service-needs-proof");
    }

    void payment(Payment payment, Settlement before) {
        notInFuture("paidOn", payment.paidOn());
        notBefore("paidOn", payment.paidOn(), before.decision().decidedOn(), "commerce.paid-before-decided");
        BigDecimal outstanding = before.outstanding();
        refuse(
                payment.amount().compareTo(outstanding) > 0,
                "amount",
                "commerce.paid-more-than-due",
                payment.amount(),
                outstanding);
        boolean inFull = payment.amount().compareTo(outstanding) == 0;
        refuse(!inFull && payment.remainder() == null, "remainder", "commerce.what-about-the-rest", outstanding);
        refuse(
                payment.amount().signum() == 0 && payment.remainder() == Remainder.AWAITED,
                "amount",
                "commerce.nothing-paid");
        remainder(payment, before.payBy());
        refuse(
                payment.remainder() == Remainder.ENFORCEMENT && before.challenge() != null,
                "remainder",
                "commerce.enforcement-while-challenged");
    }

    private void remainder(Payment payment, LocalDate payBy) {
        boolean late = payBy != null && payment.paidOn().isAfter(payBy);
        refuse(
                late && payment.remainder() == Remainder.INSTALMENTS,
                "remainder",
                "commerce.application-too-late",
                payBy);
        refuse(
                !late && payBy != null && payment.remainder() == Remainder.ENFORCEMENT,
                "remainder",
                "commerce.enforcement-too-early",
                payBy);
        refuse(
                payment.remainder() == Remainder.SET_OFF && isBlank(payment.note()),
                "note",
                "commerce.set-off-needs-judgment");
    }

    void deferral(DeferralDecision decision, Settlement settlement) {
        if (!decision.isApproved()) {
            return;
        }
        refuse(decision.until() == null, "until", "commerce.deferral-until-when");
        notBefore("until", decision.until(), today.plusDays(1), "commerce.deferral-in-the-past");
        refuse(
                !decision.until().isAfter(settlement.payBy()),
                "until",
                "commerce.deferral-gives-no-time",
                decision.until(),
                settlement.payBy());
    }

    void publication(Publication publication, Decision decision, Jurisdiction own) {
        notInFuture("publishedOn", publication.publishedOn());
        notBefore("publishedOn", publication.publishedOn(), decision.decidedOn(), "commerce.published-before-decided");
        refuse(Boolean.FALSE.equals(publication.cleared()), "cleared", "commerce.publication-not-cleared");
        if (publication.isPushed()) {
            refuse(publication.region() == null, "region", "commerce.pushed-where");
            refuse(publication.region().equals(own.region()), "region", "commerce.pushed-to-itself");
        } else {
            webAddress(publication.address());
        }
    }

    void publishedElsewhere(PublishedElsewhere published, Publication pushed) {
        notInFuture("publishedOn", published.publishedOn());
        notBefore("publishedOn", published.publishedOn(), pushed.publishedOn(), "commerce.published-before-pushed");
        webAddress(published.address());
    }

    void annulment(Annulment annulment, Decision decision) {
        notInFuture("effectiveOn", annulment.effectiveOn());
        notBefore("effectiveOn", annulment.effectiveOn(), decision.decidedOn(), "commerce.annulled-before-decided");
        if (annulment.result() == AnnulmentResult.CHANGED) {
            changed(annulment, decision);
        }
    }

    private void changed(Annulment annulment, Decision decision) {
        refuse(annulment.newFine() == null || annulment.newGains() == null, "newFine", "commerce.changed-to-what");
        refuse(
                annulment.newQuantity() == null || annulment.newValue() == null,
                "newQuantity",
                "commerce.changed-to-what-goods");
        boolean heavier = annulment.newFine().compareTo(decision.fine()) > 0
                || annulment.newGains().compareTo(decision.confiscatedGains()) > 0;
        refuse(heavier, "newFine", "commerce.changed-to-more", decision.fine(), decision.confiscatedGains());
        changedGoods(annulment, decision);
        boolean same = annulment.newFine().compareTo(decision.fine()) == 0
                && annulment.newGains().compareTo(decision.confiscatedGains()) == 0
                && annulment.newQuantity().compareTo(decision.confiscatedQuantity()) == 0;
        refuse(same, "newFine", "commerce.changed-nothing");
    }

    private void changedGoods(Annulment annulment, Decision decision) {
        boolean more = annulment.newQuantity().compareTo(decision.confiscatedQuantity()) > 0
                || annulment.newValue().compareTo(decision.confiscatedValue()) > 0;
        refuse(
                more,
                "newQuantity",
                "commerce.changed-to-more-goods",
                decision.confiscatedQuantity(),
                decision.confiscatedValue());
        valueNeedsQuantity("newQuantity", annulment.newQuantity(), annulment.newValue());
    }

    void challenge(Challenge challenge, LocalDate servedOn) {
        refuse(
                challenge.kind() == null
                        || challenge.begunOn() == null
                        || isBlank(challenge.authority())
                        || isBlank(challenge.fileNo()),
                "authority",
                "commerce.challenge-incomplete");
        notInFuture("begunOn", challenge.begunOn());
        notBefore("begunOn", challenge.begunOn(), servedOn, "commerce.challenged-before-served");
    }

    void challengeEnd(Challenge.End end, Challenge challenge) {
        refuse(end.endedOn() == null || end.outcome() == null, "outcome", "commerce.challenge-end-incomplete");
        notInFuture("endedOn", end.endedOn());
        notBefore("endedOn", end.endedOn(), challenge.begunOn(), "commerce.challenge-ended-before-begun");
    }

    void withdrawal(Withdrawal withdrawal, Annulment annulment) {
        notInFuture("withdrawnOn", withdrawal.withdrawnOn());
        notBefore(
                "withdrawnOn", withdrawal.withdrawnOn(), annulment.effectiveOn(), "commerce.withdrawn-before-annulled");
    }

    void refund(Refund refund, Annulment annulment, BigDecimal refundable) {
        notInFuture("refundedOn", refund.refundedOn());
        notBefore("refundedOn", refund.refundedOn(), annulment.effectiveOn(), "commerce.refunded-before-annulled");
        refuse(
                refund.amount().compareTo(refundable) != 0,
                "amount",
                "commerce.refund-differs",
                refund.amount(),
                refundable);
    }

    void goodsBack(GoodsBack goods, Dossier.Decided decided) {
        BigDecimal toReturn = decided.goodsToReturn();
        notInFuture("returnedOn", goods.returnedOn());
        notBefore(
                "returnedOn",
                goods.returnedOn(),
                decided.annulment().annulment().effectiveOn(),
                "commerce.goods-back-before-annulled");
        int missing = toReturn.compareTo(goods.quantity());
        refuse(missing < 0, "quantity", "commerce.more-back-than-confiscated", goods.quantity(), toReturn);
        refuse(
                missing > 0 && (goods.valuePaid() == null || isBlank(goods.receiptNo()) || isBlank(goods.note())),
                "valuePaid",
                "commerce.what-about-other-goods",
                toReturn);
        refuse(missing == 0 && goods.valuePaid() != null, "valuePaid", "commerce.goods-back-and-paid");
    }

    private static void webAddress(String address) {
        refuse(isBlank(address) || !isWebAddress(address), "address", "commerce.no-web-address", address);
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text.strip());
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void notInFuture(String field, LocalDate day) {
        refuse(day.isAfter(today), field, "commerce.date-in-future", day, today);
    }

    private static void notBefore(String field, LocalDate day, LocalDate earliest, String messageKey) {
        refuse(day.isBefore(earliest), field, messageKey, day, earliest);
    }

    private static void differ(String field, String first, String second) {
        refuse(first.strip().equalsIgnoreCase(second.strip()), field, "commerce.two-officers", second.strip());
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
