package org.qingwang.law.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.agency.PlaceNames;
import org.qingwang.law.DeadlineRule;
import org.qingwang.law.Extension;
import org.qingwang.law.FineRule;
import org.qingwang.law.LawRule;
import org.qingwang.law.LegalBasis;
import org.qingwang.law.PeriodUnit;
import org.qingwang.law.SecurityRule;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.Threshold;
import org.qingwang.law.ThresholdRule;
import org.qingwang.law.WorkingCalendar;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a rule or a clock holds, in the reader's language. */
@Component("lawWords")
public class LawWords {

    private final MessageSource messages;
    private final PlaceNames places;
    private final Clock clock;

    LawWords(MessageSource messages, PlaceNames places, Clock clock) {
        this.messages = messages;
        this.places = places;
        this.clock = clock;
    }

    public String name(LawRule rule) {
        return isChinese() ? rule.nameZh() : rule.name();
    }

    public String basis(LawRule rule) {
        return basis(rule.basis());
    }

    public String basis(LegalBasis basis) {
        return isChinese() ? basis.chinese() : basis.english();
    }

    public String note(LawRule rule) {
        return isChinese() ? rule.noteZh() : rule.note();
    }

    public String from(LawRule rule) {
        return day(rule.from());
    }

    public String to(LawRule rule) {
        return rule.to() == null ? "" : day(rule.to());
    }

    public String day(LocalDate day) {
        return format(isChinese() ? "yyyy年M月d日" : "d MMM yyyy").format(day);
    }

    /** Days of one year, in a line. */
    public String days(List<LocalDate> days) {
        DateTimeFormatter form = format(isChinese() ? "M月d日" : "d MMM");
        return days.isEmpty()
                ? "–"
                : days.stream().map(form::format).collect(Collectors.joining(isChinese() ? "、" : ", "));
    }

    public String time(Instant instant) {
        return format(isChinese() ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm")
                .withZone(WorkingCalendar.ZONE)
                .format(instant);
    }

    public String jurisdiction(StatutoryClock running) {
        return running.jurisdiction() == null ? "–" : places.jurisdiction(Jurisdiction.parse(running.jurisdiction()));
    }

    /** A group of people by its id. */
    public String group(String id) {
        String stem = id.replaceFirst("-(head|legal)$", "");
        if (!stem.matches("[a-z]+-\\d{6}")) {
            return say("law.group." + id);
        }
        String role = id.endsWith("-head") ? "head" : id.endsWith("-legal") ? "legal" : "officers";
        return say("casefile.group." + role, places.jurisdiction(Jurisdiction.parse(stem)));
    }

    /** Where a clock stands. */
    public StatutoryClock.State state(StatutoryClock running) {
        return running.state(clock.instant());
    }

    /** Full days until a clock ends. */
    public long daysLeft(StatutoryClock running) {
        return Duration.between(clock.instant(), running.dueAt()).toDays();
    }

    /** What the rule says, one sentence a line. */
    public List<String> lines(LawRule rule) {
        List<String> lines = new ArrayList<>();
        if (rule instanceof DeadlineRule deadline) {
            deadline(deadline, lines);
        } else if (rule instanceof FineRule fine) {
            fine(fine, lines);
        } else if (rule instanceof ThresholdRule threshold) {
            threshold.items().forEach(item -> lines.add(item(item)));
        } else if (rule instanceof SecurityRule security) {
            security.tiers().forEach(tier -> lines.add(tier(tier)));
        }
        return lines;
    }

    private void deadline(DeadlineRule rule, List<String> lines) {
        String start = isChinese() ? rule.startsAtZh() : rule.startsAt();
        String period = period(rule.limit(), rule.unit());
        lines.add(say(rule.backwards() ? "law.say.before" : "law.say.after", period, start));
        if (rule.until() != null) {
            lines.add(say("law.say.until", rule.until().toString()));
        }
        if (!rule.suspension().isEmpty()) {
            List<String> grounds = rule.suspension().stream()
                    .sorted()
                    .map(ground -> say(ground.messageKey()))
                    .toList();
            lines.add(say("law.say.suspension", String.join(say("law.say.and"), grounds)));
        }
        rule.extensions().forEach(step -> lines.add(extension(rule, step)));
        if (rule.cap() != null) {
            lines.add(say(
                    "law.say.cap",
                    period(rule.cap().limit(), rule.cap().unit()),
                    basis(rule.cap().basis()),
                    unverified(rule.cap().verified())));
        }
        lines.add(say("law.say.duty", say(rule.duty().messageKey())));
    }

    private String extension(DeadlineRule rule, Extension step) {
        String who = say(step.who().messageKey());
        return step.limit() == null
                ? say("law.say.extension-open", who, unverified(step.verified()))
                : say("law.say.extension", period(step.limit(), rule.unit()), who, unverified(step.verified()));
    }

    private String period(int limit, PeriodUnit unit) {
        return say("law.unit." + unit.name(), limit);
    }

    private void fine(FineRule rule, List<String> lines) {
        if (rule.times() != null) {
            String times = rule.timesMinimum() == null
                    ? say("law.say.times-up-to", number(rule.times()))
                    : say("law.say.times", number(rule.timesMinimum()), number(rule.times()));
            lines.add(rule.threshold() == null ? times : say("law.say.from", money(rule.threshold()), times));
        }
        if (rule.flatMaximum() != null) {
            String flat = range(rule.flatMinimum(), rule.flatMaximum());
            lines.add(rule.threshold() == null ? flat : say("law.say.below", money(rule.threshold()), flat));
        }
        if (rule.seriousMaximum() != null) {
            lines.add(say("law.say.serious", range(rule.seriousMinimum(), rule.seriousMaximum())));
        }
        if (rule.heavierFrom() != null) {
            lines.add(say(
                    "law.say.heavier",
                    number(rule.heavierFrom().movePointRight(2)),
                    unverified(rule.heavierVerified())));
        }
    }

    private String range(BigDecimal least, BigDecimal most) {
        return least == null ? say("law.say.up-to", money(most)) : say("law.say.range", money(least), money(most));
    }

    private String item(Threshold item) {
        String amount = switch (item.measure()) {
            case ILLEGAL_BUSINESS, ILLEGAL_GAINS, SALES, UNSOLD, SOLD_AND_UNSOLD -> money(item.amount());
            default -> number(item.amount());
        };
        return say(
                "law.say.threshold",
                say(item.measure().messageKey()),
                amount,
                say(item.circumstance().messageKey()),
                say(item.tier().messageKey()),
                unverified(item.verified()));
    }

    private String tier(SecurityRule.Tier tier) {
        String what = tier.amount() == null
                ? say("law.say.share", number(tier.share().movePointRight(2)))
                : money(tier.amount());
        String least = tier.minimum() == null ? what : say("law.say.at-least", what, money(tier.minimum()));
        if (tier.below() != null) {
            return say("law.say.value-below", money(tier.below()), least);
        }
        return tier.upTo() == null
                ? say("law.say.value-above", least)
                : say("law.say.value-up-to", money(tier.upTo()), least);
    }

    /** A mark for a figure nobody compared with the text of the law. */
    private String unverified(boolean verified) {
        return verified ? "" : say("law.say.unverified");
    }

    private String money(BigDecimal amount) {
        return isChinese() ? number(amount) + "元" : "CNY " + number(amount);
    }

    private static String number(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale());
    }

    private static boolean isChinese() {
        return LocaleContextHolder.getLocale().getLanguage().equals("zh");
    }
}
