package org.qingwang.briefing.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qingwang.briefing.BriefingVersion;
import org.qingwang.briefing.PublicBriefing;
import org.qingwang.briefing.SmallCounts;
import org.qingwang.common.WrittenDay;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.PublicAddress;
import org.qingwang.print.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prints a published briefing. */
@Component
class BriefingPaper {

    /** More provinces than that have no room beside each other. */
    private static final int MOST_COLUMNS = 6;

    private final BriefingWords words;
    private final PublicAddress address;
    private final MessageSource messages;

    BriefingPaper(BriefingWords words, PublicAddress address, MessageSource messages) {
        this.words = words;
        this.address = address;
        this.messages = messages;
    }

    byte[] of(PublicBriefing published, Locale language) throws IOException {
        String number = published.briefing().briefingNo();
        BriefingVersion version = published.version();
        String campaign = published.campaign().name(language);
        try (Sheet paper = new Sheet(campaign + " " + number, language)) {
            paper.title(campaign);
            paper.title(say("briefing.title", language, number));
            paper.fact(
                    say("briefing.period", language),
                    WrittenDay.of(published.briefing().span().from(), language) + " – "
                            + WrittenDay.of(published.briefing().span().to(), language));
            paper.fact(
                    say("briefing.published-on", language),
                    WrittenDay.of(WorkingCalendar.dateOf(version.publishedAt()), language));
            paper.fact(say("briefing.version", language), Integer.toString(version.version()));
            paper.fact(
                    say("briefing.reported", language),
                    say("briefing.reported.of", language, published.sent(), published.asked()));
            if (!published.late().isEmpty()) {
                List<String> late =
                        published.late().stream().map(words::reporter).toList();
                paper.fact(say("briefing.late", language), String.join(say("shell.semicolon", language), late));
            }
            if (version.reason() != null) {
                paper.fact(say("briefing.corrected-because", language), version.reason());
                if (!published.changes().isEmpty()) {
                    paper.fact(say("briefing.changes", language), changes(published, language));
                }
            }
            paper.heading(say("briefing.narrative", language));
            for (String paragraph : version.narrative(language).split("\n")) {
                paper.paragraph(paragraph);
            }
            paper.heading(say("briefing.figures", language));
            paper.table(columns(language), rows(published));
            paper.note(say("briefing.suppressed", language, SmallCounts.FEWEST));
            for (int from = 0; from < published.regions().size(); from += MOST_COLUMNS) {
                List<String> some = published
                        .regions()
                        .subList(
                                from,
                                Math.min(
                                        from + MOST_COLUMNS, published.regions().size()));
                paper.heading(say("briefing.by-region", language));
                paper.table(columns(some, language), rows(published, some));
            }
            return paper.finished(address.of("/briefings/" + number), lack -> say("briefing.lack", language, lack));
        }
    }

    /** Which figures, and not from what to what: one of the two numbers may be too small to be told. */
    private String changes(PublicBriefing published, Locale language) {
        return published.changes().stream()
                .map(one ->
                        say("briefing.changed", language, words.name(one.indicator()), words.reporter(one.reporter())))
                .collect(Collectors.joining("\n"));
    }

    private List<Sheet.Column> columns(Locale language) {
        return List.of(
                Sheet.Column.text(say("briefing.indicator", language), 6),
                Sheet.Column.text(say("briefing.unit", language), 2),
                Sheet.Column.figures(say("briefing.total", language), 3),
                Sheet.Column.figures(say("briefing.cumulative", language), 3));
    }

    private List<List<String>> rows(PublicBriefing published) {
        return published.rows().stream()
                .map(row -> List.of(
                        words.of(row.indicator().name()),
                        words.unit(row.indicator()),
                        words.number(row.total()),
                        words.number(row.cumulative())))
                .toList();
    }

    private List<Sheet.Column> columns(List<String> regions, Locale language) {
        List<Sheet.Column> columns = new ArrayList<>();
        columns.add(Sheet.Column.text(say("briefing.indicator", language), 6));
        regions.forEach(region -> columns.add(Sheet.Column.figures(words.region(region), 3)));
        return columns;
    }

    private List<List<String>> rows(PublicBriefing published, List<String> regions) {
        return published.rows().stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>();
                    cells.add(words.of(row.indicator().name()));
                    regions.forEach(
                            region -> cells.add(words.number(row.byRegion().get(region))));
                    return cells;
                })
                .toList();
    }

    private String say(String key, Locale language, Object... given) {
        return messages.getMessage(key, given, language);
    }
}
