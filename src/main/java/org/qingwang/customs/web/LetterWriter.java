package org.qingwang.customs.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.customs.Confiscation;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Detained;
import org.qingwang.customs.Dossier;
import org.qingwang.customs.Examination;
import org.qingwang.customs.HolderLetter;
import org.qingwang.customs.Route;
import org.qingwang.law.SecurityRule;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.print.Letter;
import org.qingwang.print.Letter.Particular;

/** Writes a letter to a holder: what the law wants it to say, with the particulars the implementing measures list. */
final class LetterWriter {

    private final HolderLetter letter;
    private final Dossier dossier;
    private final List<StatutoryClock> clocks;
    private final SecurityRule securityRule;
    private final CaseWords words;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Particular> particulars = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * @param clocks of the case, from which the letter takes the last days it names
     * @param securityRule what the security was computed by; null before
     */
    LetterWriter(
            HolderLetter letter,
            Dossier dossier,
            List<StatutoryClock> clocks,
            SecurityRule securityRule,
            CaseWords words) {
        this.letter = letter;
        this.dossier = dossier;
        this.clocks = clocks;
        this.securityRule = securityRule;
        this.words = words;
    }

    Letter written() {
        switch (letter) {
            case SUSPICION -> say("customs.letter.text.SUSPICION");
            case DETENTION -> detention();
            case CONFISCATION -> say("customs.letter.text.CONFISCATION");
        }
        goods();
        held();
        confiscated();
        way();
        security();
        return new Letter(
                words.say("customs.letter.title." + letter),
                words.say("customs.letter.to", dossier.examination().holder()),
                paragraphs,
                words.say("customs.letter.particulars"),
                particulars,
                notes);
    }

    private void detention() {
        Route route = dossier.examination().route();
        say("customs.letter.text.DETENTION." + route);
        if (dossier.detained() != null && route == Route.APPLICATION) {
            say("customs.letter.periods.APPLICATION", lastDay(CustomsService.COURT_APPLICATION_CLOCK));
        } else if (dossier.detained() != null) {
            say(
                    "customs.letter.periods.EX_OFFICIO",
                    lastDay(CustomsService.DETERMINATION_CLOCK),
                    lastDay(CustomsService.COURT_EX_OFFICIO_CLOCK));
        }
        say("customs.letter.costs");
    }

    /** Of a period that began anew the newest counts. */
    private String lastDay(String rule) {
        Optional<StatutoryClock> clock = clocks.stream()
                .filter(one -> one.rule().id().equals(rule) && one.dueAt() != null)
                .max((one, other) -> one.dueAt().compareTo(other.dueAt()));
        String day = words.day(
                clock.map(StatutoryClock::dueAt).map(WorkingCalendar::dateOf).orElse(null));
        if (clock.filter(StatutoryClock::provisional).isPresent()) {
            notes.add(words.say("customs.letter.provisional", day));
        }
        if (clock.filter(one -> !one.rule().verified()).isPresent()) {
            notes.add(words.say("customs.letter.unverified-day", day, words.basis(clock.get())));
        }
        return day;
    }

    private void goods() {
        Examination goods = dossier.examination();
        list("customs.letter.case", dossier.detention().caseNo());
        list("customs.letter.from", words.jurisdiction(dossier.detention().jurisdiction()));
        list("customs.page.recordation", goods.recordationNo());
        list("customs.page.goods", goods.goods());
        if (letter == HolderLetter.SUSPICION || letter == HolderLetter.DETENTION && dossier.detained() == null) {
            list("customs.letter.quantity", words.number(goods.quantity()));
            list("customs.letter.value", words.money(goods.value()));
        }
    }

    private void held() {
        Detained held = dossier.detained();
        if (letter == HolderLetter.SUSPICION || held == null) {
            return;
        }
        list("customs.letter.detainedQuantity", words.number(held.quantity()));
        list("customs.letter.detainedValue", words.money(held.value()));
        list("customs.letter.detainedOn", held.detainedOn());
        list("customs.letter.receipt", held.receiptNo());
        list("customs.page.warehouse", held.warehouse());
    }

    private void confiscated() {
        Optional<Confiscation> decided = dossier.confiscation().filter(any -> letter == HolderLetter.CONFISCATION);
        decided.ifPresent(confiscation -> {
            list("customs.letter.decision", confiscation.decisionNo());
            list("customs.letter.decidedOn", confiscation.decidedOn());
            list("customs.letter.confiscatedQuantity", words.number(confiscation.quantity()));
        });
    }

    private void way() {
        Examination goods = dossier.examination();
        list("customs.letter.consignor", goods.consignor());
        list("customs.letter.consignee", goods.consignee());
        list(
                "customs.page.way",
                String.join(
                        words.say("shell.comma"),
                        Stream.of("customs.direction." + goods.direction(), "customs.channel." + goods.channel())
                                .map(words::say)
                                .toList()));
        list("customs.page.port", goods.port());
        list("customs.letter.departure", goods.departure());
        list("customs.letter.destination", goods.destination());
        list("customs.letter.declared", goods.declaredOn());
        list("customs.page.declaration", goods.declarationNo());
        list("customs.page.origin", goods.origin());
        list("customs.letter.manufacturer", goods.manufacturer());
    }

    private void security() {
        if (letter == HolderLetter.SUSPICION && dossier.required() != null) {
            list("customs.letter.security", words.money(dossier.required().required()));
            if (!securityRule.verified()) {
                notes.add(words.say("customs.letter.unverified-security", words.basis(securityRule.basis())));
            }
        }
        dossier.security()
                .filter(given -> letter == HolderLetter.DETENTION)
                .ifPresent(given -> list("customs.letter.given", words.money(given.amount())));
    }

    private void say(String key, Object... arguments) {
        paragraphs.add(words.say(key, arguments));
    }

    private void list(String label, String value) {
        particulars.add(new Particular(words.say(label), words.text(value)));
    }

    private void list(String label, LocalDate day) {
        list(label, words.day(day));
    }
}
