package org.qingwang.pledge.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.qingwang.agency.PlaceNames;
import org.qingwang.common.Bilingual;
import org.qingwang.pledge.Answer;
import org.qingwang.pledge.Commitment;
import org.qingwang.pledge.Firm;
import org.qingwang.pledge.Pledge;
import org.qingwang.pledge.PledgeService;
import org.qingwang.pledge.PledgeText;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What pledges say in the reader's language. Pages reach it as {@code @pledgeWords}. */
@Component("pledgeWords")
public class PledgeWords {

    private final PledgeService pledges;
    private final PlaceNames places;

    PledgeWords(PledgeService pledges, PlaceNames places) {
        this.pledges = pledges;
        this.places = places;
    }

    /** @param text null for none */
    public String of(Bilingual text) {
        return text == null ? "" : text.in(reader());
    }

    public String measure(Commitment commitment) {
        return pledges.measureOf(commitment, reader());
    }

    /** A figure as the reader's language writes it. */
    public String figure(BigDecimal value) {
        NumberFormat form = NumberFormat.getNumberInstance(reader());
        form.setMaximumFractionDigits(Math.max(value.scale(), 0));
        return form.format(value);
    }

    /** The commitment of a text that asks for a figure. */
    public Commitment commitment(PledgeText text, String measure) {
        return text.commitments().stream()
                .filter(one -> one.measure().id().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    public String jurisdiction(Pledge pledge) {
        return places.jurisdiction(pledge.jurisdiction());
    }

    public String region(Firm firm) {
        return places.region(firm.region());
    }

    /** How a pledge's standing is drawn, for {@code data-state}. */
    public String state(Pledge pledge) {
        return switch (pledge.stage()) {
            case INVITED, SIGNED -> "waiting";
            case IN_FORCE -> "done";
            case ENDED -> pledge.ending() == Pledge.Ending.EXPIRED ? "done" : "refused";
        };
    }

    /** Whether a form says that a commitment is accepted. */
    public boolean accepts(List<Answer> given, int number) {
        return given.stream().anyMatch(one -> one.number() == number && one.accepted());
    }

    public boolean declines(List<Answer> given, int number) {
        return given.stream().anyMatch(one -> one.number() == number && !one.accepted());
    }

    /** The reason a form gives for declining; empty for none. */
    public String reason(List<Answer> given, int number) {
        return given.stream()
                .filter(one -> one.number() == number && one.reason() != null)
                .map(Answer::reason)
                .findFirst()
                .orElse("");
    }

    private static Locale reader() {
        return LocaleContextHolder.getLocale();
    }
}
