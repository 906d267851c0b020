package org.qingwang.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One XML element of one record. Elements of WIPO's namespaces go by their local name, elements an office added by
 * {@code ext:} and their local name, so that a path says which of the two it means.
 */
final class RecordNode {

    private final String name;
    private final long line;
    private final Map<String, String> attributes;
    private final List<RecordNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    RecordNode(String name, long line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    String name() {
        return name;
    }

    /** Line of the file the element begins on. */
    long line() {
        return line;
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    List<RecordNode> children() {
        return children;
    }

    void add(RecordNode child) {
        children.add(child);
    }

    void append(String characters) {
        text.append(characters);
    }

    /** The element's own text without surrounding space; empty if there is none. */
    String text() {
        return text.toString().strip();
    }

    /** All elements the path leads to, in the record's order. */
    Stream<RecordNode> all(String path) {
        Stream<RecordNode> found = Stream.of(this);
        for (String step : path.split("/")) {
            found = found.flatMap(node -> node.children.stream()).filter(node -> node.name.equals(step));
        }
        return found;
    }

    /** The first text that is not empty at one of these paths, tried in turn, under its element's name. */
    Given given(String... paths) {
        for (String path : paths) {
            Optional<String> found =
                    all(path).map(RecordNode::text).filter(s -> !s.isEmpty()).findFirst();
            if (found.isPresent()) {
                return new Given(lastStep(path), found.get());
            }
        }
        return new Given(lastStep(paths[0]), null);
    }

    /** All texts at the path that are not empty, in the record's order. */
    List<Given> allGiven(String path) {
        return all(path)
                .map(RecordNode::text)
                .filter(s -> !s.isEmpty())
                .map(s -> new Given(lastStep(path), s))
                .toList();
    }

    private static String lastStep(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The texts of this element and all below it that are not empty, in the record's order. */
    Stream<String> texts() {
        return Stream.concat(
                Stream.of(text()).filter(s -> !s.isEmpty()), children.stream().flatMap(RecordNode::texts));
    }
}
