package org.qingwang.campaign.past;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qingwang.common.Bilingual;

/**
 * A campaign of the past as its published figures tell it: entered, not computed.
 *
 * @param agencies who took part
 * @param counters id of the set of indicators that was reported
 * @param sources who published what, by the name the figures use
 */
public record PastCampaign(
        String id,
        Bilingual title,
        Bilingual about,
        List<Bilingual> agencies,
        List<Phase> phases,
        List<Event> events,
        String counters,
        List<Group> groups,
        Map<String, Bilingual> sources) {

    /** @param span when, as far as it is known */
    public record Phase(Bilingual name, Bilingual span) {}

    /** @param source key of {@link #sources} */
    public record Event(Bilingual day, Bilingual what, String source) {}

    /** Figures that belong together. */
    public record Group(Bilingual title, List<Figure> figures) {}

    /**
     * What was published of one matter.
     *
     * @param claims several if it was published more than once
     * @param conflict why claims of the same day differ; null if none do
     */
    public record Figure(Bilingual name, Bilingual unit, List<Claim> claims, Bilingual conflict) {

        /** The largest claim: what bars are drawn of. */
        public BigDecimal most() {
            return claims.stream().map(Claim::value).reduce(BigDecimal.ONE, BigDecimal::max);
        }
    }

    /** How exactly a value was published. */
    public enum Precision {
        EXACT,
        ABOUT,
        MORE_THAN
    }

    /**
     * @param precision {@link Precision#EXACT} if the file says none
     * @param asOf the day in China the value is for, as ISO 8601; null where none was published
     * @param source key of {@link #sources}
     */
    public record Claim(BigDecimal value, Precision precision, String asOf, String source) {

        public Claim {
            precision = precision == null ? Precision.EXACT : precision;
        }

        /** @return null where none was published */
        public LocalDate day() {
            return asOf == null ? null : LocalDate.parse(asOf);
        }
    }

    /** @throws IllegalArgumentException if a figure or an event names a source that is none */
    public PastCampaign {
        Stream<String> claimed = groups.stream()
                .flatMap(group -> group.figures().stream())
                .flatMap(figure -> figure.claims().stream())
                .map(Claim::source);
        Stream.concat(claimed, events.stream().map(Event::source)).forEach(source -> {
            if (!sources.containsKey(source)) {
                throw new IllegalArgumentException("no source " + source);
            }
        });
    }

    public Bilingual source(String key) {
        return sources.get(key);
    }
}
