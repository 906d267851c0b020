package org.qingwang.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingwang.briefing.BriefingFigures.Behind;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.indicator.Indicator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what the figures of a briefing say, always the same for the same figures; an officer edits it afterwards. */
@Component
class Narrative {

    private final MessageSource messages;

    Narrative(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * What is told of.
     *
     * @param behind what is behind each indicator that has a list
     * @param untold keys of the indicators whose running total is not told
     * @param reported keys of the indicators of which somebody said or counted anything in the period
     */
    record Matter(
            Briefing briefing,
            List<AgencyReturn> returns,
            List<Indicator> indicators,
            Map<String, Total> totals,
            Map<String, Behind> behind,
            Set<String> untold,
            Set<String> reported) {}

    String of(Matter matter, Locale language) {
        StringBuilder text = new StringBuilder(intro(matter, language));
        for (Indicator indicator : matter.indicators()) {
            line(indicator, matter, language)
                    .ifPresent(line -> text.append("\n").append(line));
        }
        return text.toString();
    }

    /**
     * Puts a text right whose figures were changed. Only sentences that still stand as they were written are touched: what
     * an officer worded is the officer's.
     *
     * @param before what the text tells of
     * @param now the same with other totals
     */
    String rewritten(String text, Matter before, Matter now, Locale language) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        for (Indicator indicator : now.indicators()) {
            Optional<String> old = line(indicator, before, language);
            Optional<String> present = line(indicator, now, language);
            if (!old.equals(present)) {
                replace(lines, old, present);
            }
        }
        return String.join("\n", lines);
    }

    private static void replace(List<String> lines, Optional<String> old, Optional<String> present) {
        if (old.isEmpty()) {
            lines.add(present.orElseThrow());
            return;
        }
        int at = lines.stream().map(String::strip).toList().indexOf(old.get());
        if (at >= 0 && present.isPresent()) {
            lines.set(at, present.get());
        } else if (at >= 0) {
            lines.remove(at);
        }
    }

    /** @return the sentence on an indicator; empty if there is nothing to tell */
    private Optional<String> line(Indicator indicator, Matter matter, Locale language) {
        return Optional.ofNullable(matter.totals().get(indicator.key()))
                .filter(total -> total.cumulative().signum() != 0)
                .map(total -> sentence(indicator, total, matter, language));
    }

    private String intro(Matter matter, Locale language) {
        long asked = matter.returns().stream()
                .filter(one -> one.stage() != AgencyReturn.Stage.TAKEN_BACK)
                .count();
        long sent = matter.returns().stream()
                .filter(one -> one.stage() == AgencyReturn.Stage.SENT)
                .count();
        return say(
                "briefing.narrative.intro",
                language,
                matter.briefing().span().from(),
                matter.briefing().span().to(),
                sent,
                asked);
    }

    private String sentence(Indicator indicator, Total total, Matter matter, Locale language) {
        Behind behind = matter.behind().getOrDefault(indicator.key(), Behind.NOTHING);
        String name = indicator.name().in(language);
        if (SmallCounts.hides(indicator, total.value(), behind.cases())) {
            return say(
                    indicator.unit().isMoney() ? "briefing.narrative.few-cases" : "briefing.narrative.few",
                    language,
                    name,
                    SmallCounts.FEWEST);
        }
        String said = matter.reported().contains(indicator.key())
                ? reported(indicator, total, matter, language)
                : unreported(indicator, total, matter, language);
        return behind.late() == 0 ? said : said + say("briefing.narrative.late", language, behind.late());
    }

    private String reported(Indicator indicator, Total total, Matter matter, Locale language) {
        String key = indicator.isStock()
                ? "briefing.narrative.stock"
                : matter.untold().contains(indicator.key()) ? "briefing.narrative.period" : "briefing.narrative.flow";
        return say(
                key,
                language,
                indicator.name().in(language),
                WrittenFigure.of(total.value()),
                say(indicator.unit().messageKey(), language),
                WrittenFigure.of(total.cumulative()));
    }

    private String unreported(Indicator indicator, Total total, Matter matter, Locale language) {
        boolean isSumTold = !indicator.isStock() && !matter.untold().contains(indicator.key());
        String name = indicator.name().in(language);
        return isSumTold
                ? say(
                        "briefing.narrative.unreported-flow",
                        language,
                        name,
                        WrittenFigure.of(total.cumulative()),
                        say(indicator.unit().messageKey(), language))
                : say("briefing.narrative.unreported", language, name);
    }

    private String say(String key, Locale language, Object... words) {
        return messages.getMessage(key, words, language);
    }
}
