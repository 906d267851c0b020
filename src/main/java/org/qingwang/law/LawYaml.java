package org.qingwang.law;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.qingwang.common.BadInput;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the part of YAML that files of law are written in: lists, fields and values. Aliases, anchors and tags, by which
 * a small file becomes a huge one or a value an object, are refused before anything is built.
 */
final class LawYaml {

    /** The largest file that is taken, in bytes. */
    static final int MOST_BYTES = 1_000_000;

    private static final int DEEPEST = 12;

    private LawYaml() {}

    static Node read(String file, String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new BadInput("file", "law.file.too-large", file, String.valueOf(MOST_BYTES / 1000));
        }
        try {
            refuseTricks(file, text);
            Node root = new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
            if (root == null) {
                throw new BadInput("file", "law.file.empty", file);
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw new BadInput("file", "law.file.not-yaml", file, line(e.getProblemMark()), said(e.getProblem()));
        } catch (YAMLException e) {
            throw new BadInput("file", "law.file.not-yaml", file, "–", said(e.getMessage()));
        }
    }

    private static void refuseTricks(String file, String text) {
        for (Event event : new Yaml(new SafeConstructor(options())).parse(new StringReader(text))) {
            boolean named = event instanceof NodeEvent node && node.getAnchor() != null;
            if (event instanceof AliasEvent || named) {
                throw new BadInput("file", "law.file.alias", file, line(event.getStartMark()));
            }
            String tag = tagOf(event);
            if (tag != null) {
                throw new BadInput("file", "law.file.tag", file, line(event.getStartMark()), said(tag));
            }
        }
    }

    private static String tagOf(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        if (event instanceof SequenceStartEvent sequence) {
            return sequence.getTag();
        }
        return event instanceof MappingStartEvent mapping ? mapping.getTag() : null;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    private static String line(Mark mark) {
        return mark == null ? "–" : String.valueOf(mark.getLine() + 1);
    }

    private static String said(String problem) {
        String words = problem == null ? "" : problem.replaceAll("\\s+", " ");
        return words.length() > 120 ? words.substring(0, 120) + "…" : words;
    }
}
