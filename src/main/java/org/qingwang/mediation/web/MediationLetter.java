package org.qingwang.mediation.web;

import java.util.ArrayList;
import java.util.List;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.law.StatutoryClock;
import org.qingwang.mediation.Letter;
import org.qingwang.mediation.Mediation;
import org.qingwang.print.Letter.Particular;

/** A letter to one side of a dispute, as it is set on paper; the page of the same name says the same. */
final class MediationLetter {

    private final Letter letter;
    private final Letter.Side side;
    private final Mediation mediation;
    private final NewComplaint content;
    private final CaseWords words;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Particular> particulars = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    MediationLetter(Letter letter, Letter.Side side, Mediation mediation, NewComplaint content, CaseWords words) {
        this.letter = letter;
        this.side = side;
        this.mediation = mediation;
        this.content = content;
        this.words = words;
    }

    /** @param until until when mediation may last; null if it never began */
    org.qingwang.print.Letter written(StatutoryClock until) {
        dispute();
        switch (letter) {
            case INVITATION -> invitation(until);
            case REFUSAL -> refusal();
            case RESULT -> result();
        }
        if (side == Letter.Side.COMPLAINANT) {
            say("mediation.letter.apart.COMPLAINANT");
        }
        String addressee = side == Letter.Side.SELLER ? content.sellerName() : content.complainantName();
        return new org.qingwang.print.Letter(
                words.say("mediation.letter.title." + letter),
                words.say("mediation.letter.to", words.text(addressee)),
                paragraphs,
                words.say("mediation.letter.particulars"),
                particulars,
                notes);
    }

    private void dispute() {
        list("mediation.letter.number", mediation.receiptNo());
        list("mediation.letter.from", words.jurisdiction(mediation.jurisdiction()));
        list("mediation.page.complainant", content.complainantName());
        list("mediation.page.seller", content.sellerName());
        list("mediation.page.platform", content.platform());
        list("mediation.page.goods", content.goods());
        list("mediation.page.demand", content.demand());
    }

    private void invitation(StatutoryClock until) {
        say("mediation.letter.text.INVITATION." + side, words.day(until == null ? null : until.dueAt()));
        if (until != null && !until.rule().verified()) {
            notes.add(words.say("mediation.letter.unverified", words.basis(until)));
        }
    }

    private void refusal() {
        say("mediation.letter.text.REFUSAL");
        list("mediation.page.ground", words.say(mediation.admission().ground().messageKey()));
        list("mediation.page.reason", mediation.admission().reason());
    }

    private void result() {
        say("mediation.letter.text.RESULT." + mediation.ending().result());
        list("mediation.page.ended", words.day(mediation.ending().endedOn()));
        if (mediation.ending().failure() != null) {
            list(
                    "mediation.page.failure",
                    words.say(mediation.ending().failure().messageKey()));
        }
        if (mediation.ending().amount() != null) {
            list("mediation.page.amount", words.money(mediation.ending().amount()));
        }
        if (mediation.ending().terms() != null) {
            list("mediation.page.terms", mediation.ending().terms());
        }
    }

    private void say(String key, Object... arguments) {
        paragraphs.add(words.say(key, arguments));
    }

    private void list(String label, String value) {
        particulars.add(new Particular(words.say(label), words.text(value)));
    }
}
