package org.qingwang.briefing.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.PlaceNames;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.briefing.Figure;
import org.qingwang.briefing.PublicBriefing.Cell;
import org.qingwang.briefing.WrittenFigure;
import org.qingwang.common.Bilingual;
import org.qingwang.indicator.Breakdown;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What briefings say in the reader's language. Pages reach it as {@code @briefingWords}. */
@Component("briefingWords")
public class BriefingWords {

    private static final String UNKNOWN = "–";

    /** More agencies than that beside one figure are a list nobody reads, if all say zero. */
    private static final int MOST_LINES = 8;

    private final MessageSource messages;
    private final PlaceNames places;
    private final IndicatorCatalogue catalogue;

    BriefingWords(MessageSource messages, PlaceNames places, IndicatorCatalogue catalogue) {
        this.messages = messages;
        this.places = places;
        this.catalogue = catalogue;
    }

    /** One bar of a chart, and one row of the table beside it. */
    public record Bar(String label, BigDecimal value) {}

    public String of(Bilingual text) {
        return text.in(language());
    }

    /** @param key of an indicator */
    public String name(String key) {
        return catalogue.find(key).map(one -> of(one.name())).orElse(key);
    }

    public String unit(Indicator indicator) {
        return say(indicator.unit().messageKey());
    }

    /** @param value null where nobody knows it */
    public String number(BigDecimal value) {
        return value == null ? UNKNOWN : WrittenFigure.of(value);
    }

    /** @param cell null where there is no figure */
    public String number(Cell cell) {
        if (cell == null) {
            return UNKNOWN;
        }
        return cell.hidden() ? say("briefing.hidden") : number(cell.value());
    }

    /** @param reporter id of a jurisdiction, or {@link Figure#OFFICE} */
    public String reporter(String reporter) {
        return Figure.OFFICE.equals(reporter)
                ? say("briefing.office")
                : places.jurisdiction(Jurisdiction.parse(reporter));
    }

    /** @return the name of a part of a list for its reader */
    public String part(Breakdown by, String value) {
        if (value == null) {
            return say("briefing.part.rest");
        }
        if (value.isEmpty()) {
            return say("briefing.part.unknown");
        }
        return switch (by) {
            case AGENCY -> reporter(value);
            case REGION -> region(value);
            case GOODS, PLATFORM, RIGHT -> value;
        };
    }

    /** @return the figures worth a line: all if there are few, else those that are not zero or differ from the cases */
    public List<Figure> telling(List<Figure> figures) {
        return figures.size() <= MOST_LINES
                ? figures
                : figures.stream().filter(BriefingWords::isTelling).toList();
    }

    /** @return the other figures */
    public List<Figure> silent(List<Figure> figures) {
        return figures.size() <= MOST_LINES
                ? List.of()
                : figures.stream().filter(one -> !isTelling(one)).toList();
    }

    private static boolean isTelling(Figure figure) {
        return figure.differs() || figure.value() != null && figure.value().signum() != 0;
    }

    /** @return the longest bar of a row of figures */
    public BigDecimal peak(List<Figure> figures) {
        return figures.stream().map(Figure::value).filter(Objects::nonNull).reduce(BigDecimal.ONE, BigDecimal::max);
    }

    /** @return the longest bar of a figure's periods */
    public BigDecimal most(List<BriefingDesk.Period> periods) {
        return periods.stream().map(BriefingDesk.Period::value).reduce(BigDecimal.ONE, BigDecimal::max);
    }

    public String region(String code) {
        return places.region(code);
    }

    /** @return a chart of what may be told of each province, the largest first */
    public List<Bar> provinces(Map<String, Cell> byRegion) {
        Map<String, BigDecimal> values = new HashMap<>();
        byRegion.forEach((code, cell) -> {
            if (cell.value() != null) {
                values.put(region(code), cell.value());
            }
        });
        return bars(values);
    }

    private static List<Bar> bars(Map<String, BigDecimal> values) {
        return values.entrySet().stream()
                .filter(one -> one.getValue().signum() > 0)
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one -> new Bar(one.getKey(), one.getValue()))
                .toList();
    }

    private String say(String key, Object... words) {
        return messages.getMessage(key, words, language());
    }

    private static Locale language() {
        return LocaleContextHolder.getLocale();
    }
}
