package org.qingwang.monitor.history.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.web.CaseWords;
import org.qingwang.engine.picture.StepNames;
import org.qingwang.law.ClockSubjects;
import org.qingwang.monitor.history.RunState;
import org.qingwang.portal.ReaderForm;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says what happened in the reader's language: names instead of ids, lengths of time as people say them. */
public final class HistoryWords {

    private static final String NONE = "–";
    private static final double MINUTES_OF_A_DAY = 1440;
    private static final double SECONDS_OF_AN_HOUR = 3600;
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{13}");

    /** The engine's id of a model in one of its versions. */
    private static final Pattern VERSION = Pattern.compile("[\\w.-]+:(\\d{1,6}):[\\w-]+");

    private final CaseWords words;
    private final Map<String, String> people;
    private final StepNames steps;
    private final List<ClockSubjects> numbers;
    private final ReaderForm reader;
    private final MessageSource messages;

    private final Map<String, Map<String, String>> stepsOf = new HashMap<>();

    HistoryWords(
            CaseWords words,
            Map<String, String> people,
            StepNames steps,
            List<ClockSubjects> numbers,
            ReaderForm reader,
            MessageSource messages) {
        this.words = words;
        this.people = people;
        this.steps = steps;
        this.numbers = numbers;
        this.reader = reader;
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    List<String> sayAll(String... keys) {
        return Arrays.stream(keys).map(this::say).toList();
    }

    /** @param text in both languages; null for none */
    public String own(String text) {
        return reader.own(text);
    }

    public String time(Instant instant) {
        return words.time(instant);
    }

    /** @param id null for nobody */
    public String person(String id) {
        return id == null ? NONE : people.getOrDefault(id, id);
    }

    /** @param jurisdiction null for none */
    public String place(String jurisdiction) {
        return jurisdiction == null ? say("history.no-agency") : words.place(jurisdiction);
    }

    public String state(RunState state) {
        return say("history.state." + state);
    }

    /** @param step id in the model's version; the process itself if null */
    String step(String definition, String step) {
        return step == null
                ? NONE
                : stepsOf.computeIfAbsent(definition, id -> steps.in(id, LocaleContextHolder.getLocale()))
                        .getOrDefault(step, step);
    }

    /** @return address of the page of a number people know; null for none */
    public String pageOf(String number) {
        return number == null
                ? null
                : numbers.stream()
                        .flatMap(subjects -> subjects.pageOf(number).stream())
                        .findFirst()
                        .orElse(null);
    }

    /** @param number null for none */
    public String number(String number) {
        return number == null ? say("history.no-number") : number;
    }

    /** For example {@code 6 d 4 h}; the two largest units, since nobody asks for the seconds of a week. */
    String length(Duration length) {
        if (length == null) {
            return NONE;
        }
        if (length.toDays() > 0) {
            return length.toHoursPart() == 0
                    ? say("history.length.whole-days", length.toDays())
                    : say("history.length.days", length.toDays(), length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return say("history.length.hours", length.toHours(), length.toMinutesPart());
        }
        if (length.toMinutes() > 0) {
            return say("history.length.minutes", length.toMinutes());
        }
        return length.toSeconds() > 0
                ? say("history.length.seconds", length.toSeconds())
                : say("history.length.moment");
    }

    /** The same in its largest unit alone, rounded. */
    String roughly(Duration length) {
        if (length.toDays() > 0) {
            return say("history.length.whole-days", Math.round(length.toMinutes() / MINUTES_OF_A_DAY));
        }
        return length.toHours() > 0
                ? say("history.length.whole-hours", Math.round(length.toSeconds() / SECONDS_OF_AN_HOUR))
                : length(length);
    }

    /** A value of a decision table; several of them stand in one text, separated by commas, some with a place. */
    String fact(Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return value(value);
        }
        return Arrays.stream(text.split(",\\s*"))
                .map(part -> Arrays.stream(part.split("@"))
                        .map(code -> known("history.fact." + code, value(code)))
                        .collect(Collectors.joining(" / ")))
                .collect(Collectors.joining(", "));
    }

    /** What somebody did to the engine, by the engine's names of the act and of what it was done to. */
    String act(String act, String on) {
        return known("history.act." + on + "." + act, on + ": " + act);
    }

    /** What an act changed, by the engine's name. */
    String property(String name) {
        return known("history.property." + name, name);
    }

    /**
     * What something was or became: a state, a person, a time in milliseconds, a version of a model, or whatever else the
     * engine noted.
     */
    String changed(String value) {
        Matcher version = VERSION.matcher(value);
        if (version.matches()) {
            return say("history.changed.version", Integer.parseInt(version.group(1)));
        }
        return MILLISECONDS.matcher(value).matches()
                ? time(Instant.ofEpochMilli(Long.parseLong(value)))
                : known("history.changed." + value, person(value));
    }

    /** The engine knows more names than are worth words. */
    private String known(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }

    /** A value of a process or a decision; null for none, or for what is no single value. */
    String value(Object value) {
        if (value == null) {
            return NONE;
        }
        if (value instanceof Boolean truth) {
            return say(truth ? "history.value.yes" : "history.value.no");
        }
        if (value instanceof Instant instant) {
            return time(instant);
        }
        if (value instanceof Double number) {
            return words.number(BigDecimal.valueOf(number));
        }
        String text = value.toString();
        return Jurisdiction.isOne(text) ? words.place(text) : text.isEmpty() ? NONE : text;
    }
}
