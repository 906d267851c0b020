package org.qingwang.briefing;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingwang.briefing.BriefingFigures.Total;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.CountedCase.Standing;
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

    /** What is told of. */
    record Matter(
            Briefing briefing,
            List<AgencyReturn> returns,
            List<Indicator> indicators,
            Map<String, Total> totals,
            Map<String, List<CountedCase>> lists) {}

    String of(Matter matter, Locale language) {
        StringBuilder text = new StringBuilder(intro(matter, language));
        for (Indicator indicator : matter.indicators()) {
            Total total = matter.totals().get(indicator.key());
            if (total != null && total.cumulative().signum() != 0) {
                text.append("\n").append(sentence(indicator, total, matter, language));
            }
        }
        return text.toString();
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
        List<CountedCase> lines = matter.lists().getOrDefault(indicator.key(), List.of());
        long cases = lines.stream().map(CountedCase::caseNo).distinct().count();
        String name = indicator.name().in(language);
        if (SmallCounts.hides(indicator, total.value(), cases)) {
            return say(
                    indicator.unit().isMoney() ? "briefing.narrative.few-cases" : "briefing.narrative.few",
                    language,
                    name,
                    SmallCounts.FEWEST);
        }
        String unit = say(indicator.unit().messageKey(), language);
        String key = indicator.isStock() ? "briefing.narrative.stock" : "briefing.narrative.flow";
        String said = say(key, language, name, number(total.value()), unit, number(total.cumulative()));
        long late =
                lines.stream().filter(line -> line.standing() == Standing.LATE).count();
        return late == 0 ? said : said + say("briefing.narrative.late", language, late);
    }

    static String number(BigDecimal value) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    private String say(String key, Locale language, Object... words) {
        return messages.getMessage(key, words, language);
    }
}
