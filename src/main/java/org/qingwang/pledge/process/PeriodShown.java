package org.qingwang.pledge.process;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qingwang.common.BadInput;
import org.qingwang.common.Bilingual;
import org.qingwang.pledge.Commitment;
import org.qingwang.pledge.Figure;
import org.qingwang.pledge.Finding;
import org.qingwang.pledge.Finding.Result;
import org.qingwang.pledge.Measure;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.PledgeText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forms of a pledge's period show of it, in both languages like the forms. */
@Component
class PeriodShown {

    private final PeriodService periods;
    private final MessageSource messages;

    PeriodShown(PeriodService periods, MessageSource messages) {
        this.periods = periods;
        this.messages = messages;
    }

    /** A row for each commitment that is looked at: its figure, what it proposes, and what was found already. */
    List<Map<String, Object>> findings(String pledgeNo) {
        PeriodService.View view = present(pledgeNo);
        PledgeText text = periods.textOf(pledgeNo);
        return view.findings().stream()
                .map(found -> row(text.commitment(found.number()), found, view))
                .toList();
    }

    private Map<String, Object> row(Commitment one, Finding found, PeriodService.View view) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("commitment", one.number() + ". " + both(one.heading()));
        row.put("bound", bound(one.measure()));
        row.put("sent", sent(one, view));
        row.put("result", found.result() == null ? null : found.result().name());
        row.put("value", found.value() == null ? null : found.value().toPlainString());
        row.put("words", found.words());
        return row;
    }

    private String sent(Commitment one, PeriodService.View view) {
        if (one.measure().kind() != Measure.Kind.FIGURE) {
            return both(one.measure().kind().messageKey());
        }
        Figure figure = view.figure(one.measure().id());
        if (figure == null) {
            return both("pledge.figure.none");
        }
        String value =
                figure.value().toPlainString() + " " + one.measure().unit().en();
        return figure.isTyped() ? value : value + " (" + figure.source() + ")";
    }

    private String bound(Measure measure) {
        return both(measure.boundKey(), measure.bound(), measure.unit());
    }

    /**
     * What an officer filled in, row by row, with the numbers of the commitments.
     *
     * @throws BadInput if other commitments are looked at by now
     */
    List<Finding> numbered(String pledgeNo, List<CheckGiven.Row> rows) {
        List<Finding> lookedAt = present(pledgeNo).findings();
        if (lookedAt.size() != rows.size()) {
            throw new BadInput("findings", "pledge.check.changed");
        }
        List<Finding> found = new ArrayList<>();
        for (CheckGiven.Row row : rows) {
            int number = lookedAt.get(found.size()).number();
            found.add(new Finding(number, row.result(), row.value(), row.words(), null, null));
        }
        return found;
    }

    /** What was not kept, each with its value and its bound, a line each. */
    Map<String, Object> faults(String pledgeNo) {
        PeriodService.View view = present(pledgeNo);
        PledgeText text = periods.textOf(pledgeNo);
        String faults = view.findings().stream()
                .filter(found -> found.result() != null && found.result() != Result.KEPT)
                .map(found -> fault(text.commitment(found.number()), found))
                .collect(Collectors.joining("\n"));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("faults", faults);
        shown.put("asked", view.period().checkedWords());
        shown.put("correction", view.period().correctionGiven());
        shown.put("recheck", view.period().recheckWords());
        shown.values().removeIf(value -> value == null);
        return shown;
    }

    private String fault(Commitment one, Finding found) {
        BigDecimal value = found.value();
        return Stream.of(
                        one.number() + ". " + both(one.heading()),
                        both(found.result().messageKey())
                                + (value == null
                                        ? ""
                                        : ", " + value.toPlainString() + " "
                                                + one.measure().unit().en()),
                        bound(one.measure()),
                        found.words() == null ? "" : found.words())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private PeriodService.View present(String pledgeNo) {
        return periods.of(pledgeNo).get(0);
    }

    private String both(String key, Object... arguments) {
        return say(key, Locale.ENGLISH, arguments) + " · " + say(key, Locale.CHINESE, arguments);
    }

    private String say(String key, Locale language, Object... arguments) {
        Object[] said = Stream.of(arguments)
                .map(argument -> argument instanceof Bilingual words ? words.in(language) : argument)
                .toArray();
        return messages.getMessage(key, said, language);
    }

    private static String both(Bilingual words) {
        return words.en() + " · " + words.zh();
    }
}
