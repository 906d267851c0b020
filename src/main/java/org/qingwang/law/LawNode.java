package org.qingwang.law;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.qingwang.common.BadInput;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A group of fields in a file of law. It is asked field by field; what is missing, misspelt or not of its kind is
 * refused in a sentence that names the place.
 */
final class LawNode {

    private static final int LONGEST_VALUE = 60;

    private final String file;
    private final String rule;
    private final Map<String, Node> fields = new LinkedHashMap<>();

    private LawNode(String file, String rule, Node node) {
        this.file = file;
        this.rule = rule;
        if (!(node instanceof MappingNode mapping)) {
            throw new BadInput("file", "law.file.not-fields", file, rule, line(node));
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new BadInput("file", "law.file.not-fields", file, rule, line(tuple.getKeyNode()));
            }
            if (fields.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new BadInput("file", "law.file.field-twice", file, rule, key.getValue(), line(key));
            }
        }
    }

    static LawNode root(String file, Node node) {
        return new LawNode(file, "–", node);
    }

    /** The same fields, from now on named as those of a rule in what is refused. */
    LawNode named(String ruleId) {
        return new LawNode(file, ruleId, fields);
    }

    private LawNode(String file, String rule, Map<String, Node> fields) {
        this.file = file;
        this.rule = rule;
        this.fields.putAll(fields);
    }

    String rule() {
        return rule;
    }

    String file() {
        return file;
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Refuses fields nobody asks for: most often a misspelt name. */
    void allow(String... names) {
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(Arrays.asList(names));
        if (!unknown.isEmpty()) {
            String first = unknown.iterator().next();
            throw new BadInput("file", "law.file.unknown-field", file, rule, first, String.join(", ", names));
        }
    }

    String text(String field) {
        String value = mayBeEmpty(field);
        if (value.isBlank()) {
            throw missing(field);
        }
        return value;
    }

    /** A text that must be there but may be empty. */
    String mayBeEmpty(String field) {
        if (!(required(field) instanceof ScalarNode scalar)) {
            throw refused("law.file.not-text", field, "…");
        }
        return scalar.getValue().strip();
    }

    String optionalText(String field) {
        return has(field) ? text(field) : null;
    }

    LocalDate date(String field) {
        return date(field, text(field));
    }

    LocalDate optionalDate(String field) {
        return has(field) ? date(field) : null;
    }

    /** A list of days. */
    Set<LocalDate> days(String field) {
        Set<LocalDate> days = new TreeSet<>();
        for (Node node : list(field)) {
            String text = node instanceof ScalarNode scalar ? scalar.getValue() : "…";
            if (!days.add(date(field, text))) {
                throw refused("law.file.day-twice", field, text);
            }
        }
        return days;
    }

    private LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refused("law.file.not-date", field, text);
        }
    }

    LocalTime optionalTime(String field) {
        if (!has(field)) {
            return null;
        }
        String text = text(field);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw refused("law.file.not-time", field, text);
        }
    }

    int whole(String field, int least, int most) {
        String text = text(field);
        int value = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw refused("law.file.not-whole", field, text, String.valueOf(least), String.valueOf(most));
        }
        return value;
    }

    BigDecimal amount(String field) {
        String text = text(field);
        if (!text.matches("\\d{1,14}(\\.\\d{1,4})?")) {
            throw refused("law.file.not-amount", field, text);
        }
        return new BigDecimal(text);
    }

    BigDecimal optionalAmount(String field) {
        return has(field) ? amount(field) : null;
    }

    boolean flag(String field) {
        String text = text(field);
        if (!text.equals("true") && !text.equals("false")) {
            throw refused("law.file.not-flag", field, text);
        }
        return text.equals("true");
    }

    boolean flag(String field, boolean otherwise) {
        return has(field) ? flag(field) : otherwise;
    }

    <E extends Enum<E>> E choice(String field, Class<E> choices) {
        return choice(field, text(field), choices);
    }

    <E extends Enum<E>> E choice(String field, Class<E> choices, E otherwise) {
        return has(field) ? choice(field, choices) : otherwise;
    }

    <E extends Enum<E>> List<E> choices(String field, Class<E> choices) {
        return has(field)
                ? list(field).stream()
                        .map(node -> choice(field, node instanceof ScalarNode one ? one.getValue() : "…", choices))
                        .toList()
                : List.of();
    }

    private <E extends Enum<E>> E choice(String field, String text, Class<E> choices) {
        List<String> names =
                Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList();
        if (!names.contains(text)) {
            throw refused("law.file.not-choice", field, text, String.join(", ", names));
        }
        return Enum.valueOf(choices, text);
    }

    /** Groups of fields in a list. */
    List<LawNode> groups(String field) {
        return list(field).stream().map(node -> new LawNode(file, rule, node)).toList();
    }

    List<LawNode> optionalGroups(String field) {
        return has(field) ? groups(field) : List.of();
    }

    LawNode group(String field) {
        return new LawNode(file, rule, required(field));
    }

    BadInput refused(String messageKey, String field, String value, String... more) {
        Object[] arguments = new Object[4 + more.length];
        arguments[0] = file;
        arguments[1] = rule;
        arguments[2] = field;
        arguments[3] = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new BadInput("file", messageKey, arguments);
    }

    private BadInput missing(String field) {
        return new BadInput("file", "law.file.missing-field", file, rule, field);
    }

    private Node required(String field) {
        Node node = fields.get(field);
        if (node == null) {
            throw missing(field);
        }
        return node;
    }

    private List<Node> list(String field) {
        if (!(required(field) instanceof SequenceNode sequence)) {
            throw refused("law.file.not-list", field, "…");
        }
        return sequence.getValue();
    }

    private static String line(Node node) {
        return String.valueOf(node.getStartMark().getLine() + 1);
    }
}
