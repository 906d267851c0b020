package org.qingwang.commerce.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.commerce.Decision;
import org.qingwang.commerce.Dossier;
import org.qingwang.commerce.Findings;
import org.qingwang.commerce.Told;
import org.qingwang.law.FineRule;
import org.qingwang.law.RuleHead;
import org.qingwang.print.Letter;
import org.qingwang.print.Letter.Particular;

/** Writes to the party what the law wants it told, and notes for the officer what nobody has checked yet. */
final class PartyLetterWriter {

    /**
     * The law a letter rests on.
     *
     * @param fine by which the fine is measured
     * @param surcharge what is added for paying late
     * @param payment within what time a fine is paid
     * @param hearing within what time a hearing is asked for
     * @param reconsideration where and within what time reconsideration is asked for
     * @param suit the same for a suit
     */
    record Basis(
            FineRule fine,
            FineRule surcharge,
            Period payment,
            Period hearing,
            RuleHead reconsideration,
            RuleHead suit) {}

    /** How many days, and the rule that says so. */
    record Period(int days, RuleHead rule) {}

    private final CaseFile file;
    private final Dossier dossier;
    private final Findings findings;
    private final Basis basis;
    private final CaseWords words;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Particular> particulars = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    PartyLetterWriter(CaseFile file, Dossier dossier, Basis basis, CaseWords words) {
        this.file = file;
        this.dossier = dossier;
        this.findings = dossier.latest().orElseThrow().findings();
        this.basis = basis;
        this.words = words;
    }

    Letter notice() {
        Told told = dossier.latest().orElseThrow().told();
        say("commerce.letter.notice.intro");
        facts();
        law();
        say("commerce.letter.notice.intended");
        say("commerce.letter.notice.rights");
        if (told == null || told.notice().hearingOffered()) {
            say(
                    told == null ? "commerce.letter.notice.hearing-if-large" : "commerce.letter.notice.hearing",
                    basis.hearing().days());
            flag(basis.hearing().rule());
        }
        head(told == null ? null : told.notice().noticeNo());
        list("commerce.letter.fine", words.money(findings.proposedFine()));
        list("commerce.letter.gains", words.money(findings.goods().illegalGains()));
        list("commerce.letter.goods", words.number(findings.goods().unsoldQuantity()));
        return letter("commerce.letter.title.NOTICE");
    }

    Letter decision() {
        Decision decision = dossier.decision().decision();
        say("commerce.letter.decision.intro");
        facts();
        say("commerce.letter.decision.reasons", decision.reason());
        law();
        say("commerce.letter.decision.stop");
        performance(decision);
        say(
                "commerce.letter.decision.reconsideration",
                words.note(basis.reconsideration()),
                nameOf(basis.reconsideration()));
        say("commerce.letter.decision.suit", words.note(basis.suit()), nameOf(basis.suit()));
        say("commerce.letter.decision.goes-on");
        flag(basis.reconsideration());
        flag(basis.suit());
        head(decision.decisionNo());
        list("commerce.letter.decidedOn", words.day(decision.decidedOn()));
        list("commerce.letter.fine", words.money(decision.fine()));
        list("commerce.letter.gains", words.money(decision.confiscatedGains()));
        list("commerce.letter.goods", words.number(decision.confiscatedQuantity()));
        return letter("commerce.letter.title.DECISION");
    }

    private void facts() {
        say(
                "commerce.letter.facts",
                words.day(findings.conductFrom()),
                words.day(findings.conductTo()),
                words.say(findings.infringement().messageKey()),
                findings.facts());
        say(
                "commerce.letter.value",
                words.money(findings.goods().illegalBusiness()),
                words.money(findings.goods().illegalGains()));
        say(
                "commerce.letter.evidence",
                words.day(findings.inspection().on()),
                findings.inspection().place(),
                words.text(findings.identification().by()));
    }

    private void law() {
        say("commerce.letter.law", words.basis(basis.fine().head().basis()));
        flag(basis.fine().head());
    }

    private void performance(Decision decision) {
        if (decision.fine().add(decision.confiscatedGains()).signum() == 0) {
            return;
        }
        say("commerce.letter.decision.pay", basis.payment().days());
        BigDecimal percent = basis.surcharge().times().movePointRight(2);
        say(
                "commerce.letter.decision.late",
                words.number(percent),
                nameOf(basis.surcharge().head()));
        flag(basis.payment().rule());
        flag(basis.surcharge().head());
    }

    private void head(String number) {
        list("commerce.letter.number", number);
        list("commerce.letter.case", file.caseNo());
        list("commerce.letter.from", words.jurisdiction(dossier.investigation().jurisdiction()));
        list("commerce.letter.party", file.sellerName());
    }

    private Letter letter(String title) {
        return new Letter(
                words.say(title),
                words.say("commerce.letter.to", words.text(file.sellerName())),
                paragraphs,
                words.say("commerce.letter.particulars"),
                particulars,
                notes);
    }

    private void flag(RuleHead rule) {
        if (!rule.verified()) {
            notes.add(words.say("commerce.letter.unverified", nameOf(rule)));
        }
    }

    private String nameOf(RuleHead rule) {
        return words.basis(rule.basis());
    }

    private void say(String key, Object... arguments) {
        paragraphs.add(words.say(key, arguments));
    }

    private void list(String label, String value) {
        particulars.add(new Particular(words.say(label), words.text(value)));
    }
}
