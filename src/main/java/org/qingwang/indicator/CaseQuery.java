package org.qingwang.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingwang.casefile.CaseHappening;

/**
 * How a figure is found in the cases. Each is answered with the list of what counts, from which the figure follows. A
 * closed list: data names one of them, and a new one is a matter of code and its tests.
 */
public enum CaseQuery {
    CASES_OPENED(Counts.CASE_ONCE, said("casefile.event.opened"), said("casefile.event.opened-by-lead")),
    LEADS_VERIFIED(
            Counts.CASE_ONCE,
            said("commerce.event.lead-checked.FILE"),
            said("commerce.event.lead-checked.NOT_FILE"),
            said("customs.event.examined.SUSPECTED"),
            said("customs.event.examined.NO_SUSPICION")),
    CASES_FILED(
            Counts.CASE_ONCE,
            said("commerce.event.filing.FILE"),
            said("customs.event.detained").on(2),
            said("publicsecurity.event.POLICE.FILED").on(0),
            said("publicsecurity.event.RECONSIDERATION.FILED").on(0),
            said("publicsecurity.event.SUPERVISION.FILED").on(0)),
    ADMINISTRATIVE_CASES_FILED(
            Counts.CASE_ONCE,
            said("commerce.event.filing.FILE"),
            said("customs.event.detained").on(2)),
    CASES_DECIDED(
            Counts.CASE_ONCE,
            said("commerce.event.decided.PENALTY").on(2),
            said("commerce.event.decided.STOP_ONLY").on(2),
            said("commerce.event.decided.NO_PENALTY").on(2),
            said("customs.event.confiscation.CONFISCATE").on(0)),
    CASES_CLOSED(Counts.CASE_ONCE, said("casefile.event.closed").unless("JOINED")),
    CASES_PUBLISHED(Counts.CASE_ONCE, said("commerce.event.published").on(0)),
    DECISIONS_ANNULLED(
            Counts.EVERY_TIME,
            said("commerce.event.annulled.ANNULLED").on(1),
            said("commerce.event.annulled.UNLAWFUL").on(1)),
    CASES_BEGUN_ANEW(Counts.EVERY_TIME, said("casefile.event.reopened")),

    /** Value of the unlawful business, as established when the case was decided. */
    VALUE_DECIDED(
            Counts.SUM,
            said("commerce.event.decided.PENALTY").on(2).amount(4),
            said("commerce.event.decided.STOP_ONLY").on(2).amount(4),
            said("commerce.event.decided.NO_PENALTY").on(2).amount(4),
            said("customs.event.confiscation.CONFISCATE").on(0).amount(2)),
    FINES(Counts.SUM, said("commerce.event.decided.PENALTY").on(2).amount(1)),
    FINES_AND_CONFISCATED(
            Counts.SUM,
            said("commerce.event.decided.PENALTY").on(2).amount(1, 3),
            said("customs.event.confiscation.CONFISCATE").on(0).amount(2)),

    REFERRED(Counts.CASE_ONCE, said("publicsecurity.event.TRANSFER.TRANSFERRED").on(0)),
    POLICE_FILED(
            Counts.CASE_ONCE,
            said("publicsecurity.event.POLICE.FILED").on(0),
            said("publicsecurity.event.RECONSIDERATION.FILED").on(0),
            said("publicsecurity.event.SUPERVISION.FILED").on(0)),
    PROSECUTED(
            Counts.CASE_ONCE,
            said("publicsecurity.event.INVESTIGATION.PROSECUTED").on(0)),

    BATCHES_DETAINED(Counts.EVERY_TIME, said("customs.event.detained").on(2)),
    ARTICLES_DETAINED(Counts.SUM, said("customs.event.detained").on(2).amount(1)),
    VALUE_DETAINED(Counts.SUM, said("customs.event.detained").on(2).amount(3)),
    BATCHES_CONFISCATED(
            Counts.EVERY_TIME, said("customs.event.confiscation.CONFISCATE").on(0)),

    LISTINGS_REMOVED(
            Counts.SUM,
            said("platform.event.measures.TAKE_DOWN").on(1).amount(2),
            said("platform.event.measures.BLOCK").on(1).amount(2),
            said("platform.event.measures.DISCONNECT").on(1).amount(2)),
    SHOPS_CLOSED(Counts.SUM, said("platform.event.measures.TERMINATE").on(1).amount(2)),
    PLATFORMS_ORDERED(Counts.EVERY_TIME, said("platform.event.order.ORDER")),

    SUPERVISED_NEW(Counts.CASE_ONCE, said("supervision.event.put")),
    SUPERVISED_TOTAL(Counts.SUPERVISED),
    SUPERVISED_WITH_PROGRESS(Counts.SUPERVISED),
    SUPERVISED_AT_ADMINISTRATION(Counts.SUPERVISED),
    SUPERVISED_WITH_POLICE(Counts.SUPERVISED),
    SUPERVISED_IN_COURT(Counts.SUPERVISED),
    SUPERVISED_CLOSED(Counts.SUPERVISED),
    SUPERVISED_PUBLISHED(Counts.SUPERVISED);

    private enum Counts {
        /** A case counts with the first such event, and never again. */
        CASE_ONCE,
        /** Every such event counts. */
        EVERY_TIME,
        /** Every such event counts with its amount. */
        SUM,
        /** How the supervised cases stand at the end of the period. */
        SUPERVISED
    }

    /**
     * A sentence of the timeline that counts.
     *
     * @param day which of its arguments is the day on which it happened; -1 if that is the day it was entered
     * @param amounts which of its arguments are added up
     * @param unless value of its first argument with which it does not count; null for none
     */
    record Said(String key, int day, List<Integer> amounts, String unless) {

        Said on(int argument) {
            return new Said(key, argument, amounts, unless);
        }

        Said amount(Integer... arguments) {
            return new Said(key, day, List.of(arguments), unless);
        }

        Said unless(String value) {
            return new Said(key, day, amounts, value);
        }

        boolean isSaidBy(CaseHappening happening) {
            return key.equals(happening.messageKey())
                    && (unless == null || !unless.equals(happening.arguments().get(0)));
        }
    }

    private final Counts counts;
    private final List<Said> sentences;

    CaseQuery(Counts counts, Said... sentences) {
        this.counts = counts;
        this.sentences = List.of(sentences);
    }

    private static Said said(String key) {
        return new Said(key, -1, List.of(), null);
    }

    /** Whether the figure is the sum of what its list says, not the length of it. */
    public boolean isSum() {
        return counts == Counts.SUM;
    }

    /** Whether it says how things stand at the end of a period. */
    public boolean isStock() {
        return counts == Counts.SUPERVISED;
    }

    boolean countsCaseOnce() {
        return counts == Counts.CASE_ONCE;
    }

    Optional<Said> sentenceOf(CaseHappening happening) {
        return sentences.stream().filter(one -> one.isSaidBy(happening)).findFirst();
    }

    Stream<String> keys() {
        return sentences.stream().map(Said::key);
    }

    static List<String> allKeys() {
        return Arrays.stream(values()).flatMap(CaseQuery::keys).distinct().toList();
    }
}
