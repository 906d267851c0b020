package org.qingwang.casefile.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.PlaceNames;
import org.qingwang.casefile.CaseEvent;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.Competence;
import org.qingwang.common.WrittenDay;
import org.qingwang.law.LegalBasis;
import org.qingwang.law.RuleHead;
import org.qingwang.law.StatutoryClock;
import org.qingwang.portal.ReaderForm;
import org.springframework.context.MessageSource;

/** Says what a case holds in the reader's language: names instead of ids, dates and money in the reader's form. */
public final class CaseWords {

    private static final Pattern IN_BOTH_LANGUAGES =
            Pattern.compile("(?<english>[^\\p{IsHan}·]+) · (?<chinese>\\p{IsHan}[^·a-zA-Z]*)");

    private final Locale locale;
    private final boolean chinese;
    private final MessageSource messages;
    private final PlaceNames places;
    private final ReaderForm reader;
    private final Instant now;

    CaseWords(Locale locale, MessageSource messages, PlaceNames places, ReaderForm reader, Clock clock) {
        this.locale = locale;
        this.chinese = locale.getLanguage().equals("zh");
        this.messages = messages;
        this.places = places;
        this.reader = reader;
        this.now = clock.instant();
    }

    public String time(Instant instant) {
        return reader.time(instant);
    }

    public String day(Instant instant) {
        return reader.day(instant);
    }

    public String day(LocalDate date) {
        return reader.day(date);
    }

    /** An amount in CNY. */
    public String money(BigDecimal amount) {
        if (amount == null) {
            return "–";
        }
        String figure = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(amount);
        return chinese ? figure + " 元" : "CNY " + figure;
    }

    public String number(BigDecimal number) {
        return number == null
                ? "–"
                : new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }

    public String text(String text) {
        return text == null || text.isBlank() ? "–" : text;
    }

    public String agency(Agency agency) {
        return chinese ? agency.chineseName() : agency.englishName();
    }

    public String jurisdiction(Jurisdiction jurisdiction) {
        return jurisdiction == null ? "–" : places.jurisdiction(jurisdiction);
    }

    /** A place by its code: the province by name, what lies in it by name and code. */
    public String region(String code) {
        if (code == null || code.isBlank()) {
            return "–";
        }
        boolean isProvince = code.endsWith("0000");
        return isProvince || !places.isKnown(code) ? places.region(code) : places.region(code) + " (" + code + ")";
    }

    /** A group of officers by its id. */
    public String group(String id) {
        String jurisdiction = id.replaceFirst("-(head|legal)$", "");
        if (!Jurisdiction.isOne(jurisdiction)) {
            return messages.getMessage("casefile.group." + id, null, id, locale);
        }
        String role = id.endsWith("-head") ? "head" : id.endsWith("-legal") ? "legal" : "officers";
        return say("casefile.group." + role, jurisdiction(Jurisdiction.parse(jurisdiction)));
    }

    /** What happened, as a sentence. */
    public String event(CaseEvent event) {
        return sentence(event.messageKey(), event.arguments());
    }

    /** A sentence that names agencies, outcomes and days by their ids. */
    public String sentence(String key, List<String> arguments) {
        return messages.getMessage(key, arguments.stream().map(this::readable).toArray(), key, locale);
    }

    /** Things listed in one line, with commas between them: days among them as the reader writes them. */
    public String listed(String line) {
        return Arrays.stream(line.split(", "))
                .map(part -> WrittenDay.inSentence(part, locale))
                .collect(Collectors.joining(", "));
    }

    /** For whom somebody acted. */
    public String actedFor(CaseEvent event) {
        return event.jurisdiction() == null ? "" : place(event.jurisdiction());
    }

    /** A jurisdiction by its id. */
    public String place(String id) {
        return jurisdiction(Jurisdiction.parse(id));
    }

    private String readable(String argument) {
        if (Jurisdiction.isOne(argument)) {
            return jurisdiction(Jurisdiction.parse(argument));
        }
        return Arrays.stream(CaseOutcome.values())
                .filter(outcome -> outcome.name().equals(argument))
                .map(outcome -> say(outcome.messageKey()))
                .findFirst()
                .orElseGet(() -> WrittenDay.inSentence(argument, locale));
    }

    public String rule(Competence competence) {
        return chinese ? competence.ruleZh() : competence.ruleEn();
    }

    /** Why something was decided: the reader's half of what we write in both languages, and all of what a person wrote. */
    public String reason(String text) {
        Matcher both = IN_BOTH_LANGUAGES.matcher(text(text));
        if (!both.matches()) {
            return text(text);
        }
        return both.group(chinese ? "chinese" : "english");
    }

    public String clock(StatutoryClock clock) {
        return chinese ? clock.rule().nameZh() : clock.rule().name();
    }

    public String basis(StatutoryClock clock) {
        return basis(clock.rule().basis());
    }

    /** Where a rule stands. */
    public String basis(LegalBasis basis) {
        return chinese ? basis.chinese() : basis.english();
    }

    /** What the law file notes of a rule. */
    public String note(RuleHead rule) {
        return chinese ? rule.noteZh() : rule.note();
    }

    /** Where a clock stands: {@code RUNNING}, {@code MET}, {@code MISSED} or {@code MET_LATE}. */
    public StatutoryClock.State state(StatutoryClock clock) {
        return clock.state(now);
    }

    /** Full days until a running clock ends. */
    public long daysLeft(StatutoryClock clock) {
        return daysLeft(clock.dueAt());
    }

    /** Full days until then. */
    public long daysLeft(Instant end) {
        return Duration.between(now, end).toDays();
    }

    /** By how much a clock was made longer. */
    public String period(StatutoryClock clock) {
        return say("law.unit." + clock.rule().unit().name(), clock.extended());
    }

    public boolean isPast(Instant instant) {
        return instant != null && instant.isBefore(now);
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
