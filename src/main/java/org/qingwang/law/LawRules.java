package org.qingwang.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the versions of one rule, each kind by its fields. */
final class LawRules {

    private static final int LONGEST = 100_000;

    private final LawKind kind;
    private final LawNode entry;

    private LawRules(LawKind kind, LawNode entry) {
        this.kind = kind;
        this.entry = entry;
    }

    static List<LawRule> versions(LawKind kind, LawNode entry) {
        LawRules reader = new LawRules(kind, entry);
        reader.checkEntry();
        return entry.groups("versions").stream()
                .map(version -> reader.version(version))
                .toList();
    }

    private void checkEntry() {
        if (kind == LawKind.DEADLINES) {
            entry.allow("id", "name", "nameZh", "versionOn", "startsAt", "startsAtZh", "duty", "versions");
        } else {
            entry.allow("id", "name", "nameZh", "versionOn", "lighterNewLaw", "versions");
        }
    }

    private LawRule version(LawNode version) {
        return switch (kind) {
            case DEADLINES -> deadline(version);
            case FINES -> fine(version);
            case THRESHOLDS -> threshold(version);
            case SECURITIES -> security(version);
            case REFERENCES -> {
                allow(version);
                yield new LegalReference(head(version));
            }
        };
    }

    private RuleHead head(LawNode version) {
        String article = version.mayBeEmpty("article");
        boolean verified = version.flag("verified");
        if (verified && article.isEmpty()) {
            throw version.refused("law.file.verified-without-article", "verified", "true");
        }
        String note = version.optionalText("note");
        String noteZh = version.optionalText("noteZh");
        if ((note == null) != (noteZh == null)) {
            throw version.refused("law.file.one-language", note == null ? "note" : "noteZh", "");
        }
        return new RuleHead(
                entry.rule(),
                entry.text("name"),
                entry.text("nameZh"),
                entry.choice("versionOn", VersionDate.class),
                entry.flag("lighterNewLaw", false),
                version.date("from"),
                version.optionalDate("to"),
                new LegalBasis(version.text("law"), version.text("lawZh"), article),
                verified,
                note,
                noteZh);
    }

    private static void allow(LawNode version, String... own) {
        List<String> names =
                new ArrayList<>(List.of("from", "to", "law", "lawZh", "article", "verified", "note", "noteZh"));
        names.addAll(List.of(own));
        version.allow(names.toArray(String[]::new));
    }

    private DeadlineRule deadline(LawNode version) {
        allow(version, "limit", "unit", "counting", "movesOn", "until", "suspension", "extensions", "cap");
        PeriodUnit unit = version.choice("unit", PeriodUnit.class);
        DeadlineRule rule = new DeadlineRule(
                head(version),
                version.whole("limit", 1, unit == PeriodUnit.WEEKDAY ? 7 : LONGEST),
                unit,
                version.choice("counting", Counting.class, Counting.AFTER) == Counting.BEFORE,
                version.flag("movesOn", true),
                version.optionalTime("until"),
                entry.text("startsAt"),
                entry.text("startsAtZh"),
                entry.choice("duty", Duty.class),
                Set.copyOf(version.choices("suspension", SuspensionGround.class)),
                extensions(version),
                version.has("cap") ? cap(version.group("cap")) : null);
        requirePossible(version, rule);
        return rule;
    }

    /** From which side of the event a period is counted. */
    private enum Counting {
        AFTER,
        BEFORE
    }

    /** A period counted back, or to a day of the week, neither stands still nor grows. */
    private static void requirePossible(LawNode version, DeadlineRule rule) {
        boolean fixed = rule.backwards() || rule.unit() == PeriodUnit.WEEKDAY;
        if (fixed && !(rule.suspension().isEmpty() && rule.extensions().isEmpty() && rule.cap() == null)) {
            throw version.refused("law.file.fixed-period", "limit", String.valueOf(rule.limit()));
        }
        if (rule.backwards() && (rule.unit() == PeriodUnit.HOUR || rule.unit() == PeriodUnit.WEEKDAY)) {
            throw version.refused(
                    "law.file.not-backwards", "counting", "BEFORE", rule.unit().name());
        }
    }

    private static List<Extension> extensions(LawNode version) {
        boolean verified = version.flag("verified");
        return version.optionalGroups("extensions").stream()
                .map(step -> {
                    step.allow("limit", "who", "verified");
                    return new Extension(
                            step.has("limit") ? step.whole("limit", 1, LONGEST) : null,
                            step.choice("who", Extension.Who.class),
                            step.flag("verified", verified));
                })
                .toList();
    }

    private static PeriodCap cap(LawNode cap) {
        cap.allow("limit", "unit", "law", "lawZh", "article", "verified");
        return new PeriodCap(
                cap.whole("limit", 1, LONGEST),
                cap.choice("unit", PeriodUnit.class),
                new LegalBasis(cap.text("law"), cap.text("lawZh"), cap.mayBeEmpty("article")),
                cap.flag("verified"));
    }

    private FineRule fine(LawNode version) {
        allow(
                version,
                "threshold",
                "times",
                "timesMinimum",
                "flatMaximum",
                "flatMinimum",
                "seriousMaximum",
                "seriousMinimum",
                "heavierFrom",
                "heavierVerified");
        FineRule rule = new FineRule(
                head(version),
                version.optionalAmount("threshold"),
                version.optionalAmount("times"),
                version.optionalAmount("timesMinimum"),
                version.optionalAmount("flatMaximum"),
                version.optionalAmount("flatMinimum"),
                version.optionalAmount("seriousMaximum"),
                version.optionalAmount("seriousMinimum"),
                version.optionalAmount("heavierFrom"),
                version.flag("heavierVerified", false));
        boolean bothWays = rule.times() != null && rule.flatMaximum() != null;
        if (rule.times() == null && rule.flatMaximum() == null) {
            throw version.refused("law.file.no-maximum", "times", "");
        }
        if (bothWays != (rule.threshold() != null)) {
            throw version.refused("law.file.threshold", "threshold", text(rule.threshold()));
        }
        requireOrdered(version, "timesMinimum", rule.timesMinimum(), rule.times());
        requireOrdered(version, "flatMinimum", rule.flatMinimum(), rule.flatMaximum());
        requireOrdered(version, "seriousMinimum", rule.seriousMinimum(), rule.seriousMaximum());
        requireOrdered(version, "heavierFrom", rule.heavierFrom(), BigDecimal.ONE);
        return rule;
    }

    private static void requireOrdered(LawNode version, String field, BigDecimal least, BigDecimal most) {
        if (least != null && (most == null || least.compareTo(most) > 0)) {
            throw version.refused("law.file.minimum-above-maximum", field, text(least), text(most));
        }
    }

    private static String text(BigDecimal amount) {
        return amount == null ? "–" : amount.toPlainString();
    }

    private ThresholdRule threshold(LawNode version) {
        allow(version, "items");
        RuleHead head = head(version);
        List<Threshold> items = version.groups("items").stream()
                .map(item -> {
                    item.allow("measure", "circumstance", "tier", "amount", "verified");
                    return new Threshold(
                            item.choice("measure", Threshold.Measure.class),
                            item.choice("circumstance", Threshold.Circumstance.class),
                            item.choice("tier", Threshold.Tier.class),
                            item.amount("amount"),
                            item.flag("verified", head.verified()));
                })
                .toList();
        return new ThresholdRule(head, items);
    }

    private SecurityRule security(LawNode version) {
        allow(version, "tiers");
        List<SecurityRule.Tier> tiers =
                version.groups("tiers").stream().map(LawRules::tier).toList();
        LocalDate from = version.date("from");
        for (int i = 0; i < tiers.size(); i++) {
            boolean open = tiers.get(i).below() == null && tiers.get(i).upTo() == null;
            if (open != (i == tiers.size() - 1)) {
                throw version.refused("law.file.last-tier", "tiers", from.toString());
            }
        }
        return new SecurityRule(head(version), tiers);
    }

    private static SecurityRule.Tier tier(LawNode tier) {
        tier.allow("below", "upTo", "share", "minimum", "amount");
        if (tier.has("share") == tier.has("amount")) {
            throw tier.refused("law.file.share-or-amount", "share", tier.has("share") ? tier.text("share") : "–");
        }
        return new SecurityRule.Tier(
                tier.optionalAmount("below"),
                tier.optionalAmount("upTo"),
                tier.optionalAmount("share"),
                tier.optionalAmount("minimum"),
                tier.optionalAmount("amount"));
    }
}
