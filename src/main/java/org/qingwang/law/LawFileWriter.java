package org.qingwang.law;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a rule as the files under {@code law/} have it: somebody takes it away, corrects it and brings it back. */
final class LawFileWriter {

    private final StringBuilder text = new StringBuilder();

    private LawFileWriter() {}

    /** @param versions all versions of one rule */
    static String write(List<LawRule> versions) {
        LawFileWriter writer = new LawFileWriter();
        LawRule first = versions.get(0);
        writer.text.append(LawKind.of(first).key()).append(":\n");
        writer.entry(first);
        versions.forEach(writer::version);
        return writer.text.toString();
    }

    private void entry(LawRule rule) {
        text.append("  - id: ").append(rule.id()).append('\n');
        line("    ", "name", quoted(rule.name()));
        line("    ", "nameZh", quoted(rule.nameZh()));
        line("    ", "versionOn", rule.head().versionOn().name());
        if (rule instanceof DeadlineRule deadline) {
            line("    ", "startsAt", quoted(deadline.startsAt()));
            line("    ", "startsAtZh", quoted(deadline.startsAtZh()));
            line("    ", "duty", deadline.duty().name());
        } else {
            line("    ", "lighterNewLaw", String.valueOf(rule.head().lighterNewLaw()));
        }
        text.append("    versions:\n");
    }

    private void version(LawRule rule) {
        text.append("      - from: ").append(rule.from()).append('\n');
        field("to", rule.to());
        figures(rule);
        field("law", quoted(rule.basis().law()));
        field("lawZh", quoted(rule.basis().lawZh()));
        field("article", quoted(rule.basis().article()));
        field("verified", rule.verified());
        field("note", rule.note() == null ? null : quoted(rule.note()));
        field("noteZh", rule.noteZh() == null ? null : quoted(rule.noteZh()));
    }

    private void figures(LawRule rule) {
        if (rule instanceof DeadlineRule deadline) {
            deadline(deadline);
        } else if (rule instanceof FineRule fine) {
            fine(fine);
        } else if (rule instanceof ThresholdRule threshold) {
            list("items", threshold.items().stream().map(LawFileWriter::item).toList());
        } else if (rule instanceof SecurityRule security) {
            list("tiers", security.tiers().stream().map(LawFileWriter::tier).toList());
        }
    }

    private void deadline(DeadlineRule rule) {
        field("limit", rule.limit());
        field("unit", rule.unit());
        field("counting", rule.backwards() ? "BEFORE" : null);
        field("movesOn", rule.movesOn() ? null : "false");
        field("until", rule.until() == null ? null : quoted(rule.until().toString()));
        if (!rule.suspension().isEmpty()) {
            field(
                    "suspension",
                    rule.suspension().stream().sorted().map(Enum::name).collect(Collectors.joining(", ", "[", "]")));
        }
        list(
                "extensions",
                rule.extensions().stream().map(LawFileWriter::extension).toList());
        PeriodCap cap = rule.cap();
        if (cap != null) {
            field(
                    "cap",
                    "{limit: " + cap.limit() + ", unit: " + cap.unit() + ", law: "
                            + quoted(cap.basis().law()) + ", lawZh: "
                            + quoted(cap.basis().lawZh()) + ", article: "
                            + quoted(cap.basis().article()) + ", verified: " + cap.verified() + "}");
        }
    }

    private static String extension(Extension step) {
        String limit = step.limit() == null ? "" : "limit: " + step.limit() + ", ";
        return "{" + limit + "who: " + step.who() + ", verified: " + step.verified() + "}";
    }

    private void fine(FineRule rule) {
        field("threshold", plain(rule.threshold()));
        field("times", plain(rule.times()));
        field("timesMinimum", plain(rule.timesMinimum()));
        field("flatMaximum", plain(rule.flatMaximum()));
        field("flatMinimum", plain(rule.flatMinimum()));
        field("seriousMaximum", plain(rule.seriousMaximum()));
        field("seriousMinimum", plain(rule.seriousMinimum()));
        field("heavierFrom", plain(rule.heavierFrom()));
        field("heavierVerified", rule.heavierFrom() == null ? null : rule.heavierVerified());
    }

    private static String item(Threshold item) {
        return "{measure: " + item.measure() + ", circumstance: " + item.circumstance() + ", tier: " + item.tier()
                + ", amount: " + plain(item.amount()) + ", verified: " + item.verified() + "}";
    }

    private static String tier(SecurityRule.Tier tier) {
        List<String> parts = new ArrayList<>();
        part(parts, "below", tier.below());
        part(parts, "upTo", tier.upTo());
        part(parts, "share", tier.share());
        part(parts, "minimum", tier.minimum());
        part(parts, "amount", tier.amount());
        return "{" + String.join(", ", parts) + "}";
    }

    private static void part(List<String> parts, String name, BigDecimal value) {
        if (value != null) {
            parts.add(name + ": " + plain(value));
        }
    }

    private void list(String name, List<String> items) {
        if (!items.isEmpty()) {
            text.append("        ").append(name).append(":\n");
            items.forEach(item -> text.append("          - ").append(item).append('\n'));
        }
    }

    private void field(String name, Object value) {
        if (value != null) {
            line("        ", name, value.toString());
        }
    }

    private void line(String indent, String name, String value) {
        text.append(indent).append(name).append(": ").append(value).append('\n');
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
