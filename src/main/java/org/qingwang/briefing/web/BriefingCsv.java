package org.qingwang.briefing.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.briefing.Figure;
import org.qingwang.briefing.PublicBriefing;
import org.qingwang.indicator.Indicator;
import org.qingwang.portal.Spreadsheet;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes briefings as CSV for a spreadsheet: for officers with every agency, for everybody what is published. */
@Component
class BriefingCsv {

    private final BriefingWords words;
    private final MessageSource messages;

    BriefingCsv(BriefingWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    void write(BriefingDesk.View view, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(
                    say("briefing.indicator"),
                    say("briefing.unit"),
                    say("briefing.agency"),
                    say("briefing.listed"),
                    say("briefing.value"),
                    say("briefing.reason"));
            for (Indicator indicator : view.indicators()) {
                for (Figure figure : view.of(indicator.key())) {
                    csv.writeRecord(
                            words.of(indicator.name()),
                            words.unit(indicator),
                            words.reporter(figure.reporter()),
                            plain(figure.listed()),
                            plain(figure.value()),
                            Spreadsheet.harmless(figure.reason()));
                }
            }
        }
    }

    void write(PublicBriefing briefing, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            List<String> head = new ArrayList<>(List.of(
                    say("briefing.indicator"),
                    say("briefing.unit"),
                    say("briefing.total"),
                    say("briefing.cumulative")));
            briefing.regions().forEach(region -> head.add(words.region(region)));
            csv.writeRecord(head);
            for (PublicBriefing.Row row : briefing.rows()) {
                List<String> record = new ArrayList<>(List.of(
                        words.of(row.indicator().name()),
                        words.unit(row.indicator()),
                        plain(row.total()),
                        plain(row.cumulative())));
                briefing.regions()
                        .forEach(region -> record.add(plain(row.byRegion().get(region))));
                csv.writeRecord(record);
            }
        }
    }

    private static CsvWriter csv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Spreadsheet.BYTE_ORDER_MARK);
        return CsvWriter.builder().build(writer);
    }

    private String plain(PublicBriefing.Cell cell) {
        return cell == null || cell.hidden() ? words.number(cell) : plain(cell.value());
    }

    private static String plain(BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
