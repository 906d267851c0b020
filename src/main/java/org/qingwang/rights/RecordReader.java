package org.qingwang.rights;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.qingwang.common.BadInput;

/** Reads the element the parser stands on into memory, within limits. */
final class RecordReader {

    static final String WIPO = "http://www.wipo.int/standards/XMLSchema/";

    private static final int DEEPEST = 60;
    private static final int MOST_NODES = 100_000;
    private static final int MOST_CHARACTERS = 4_000_000;

    private final XMLStreamReader xml;
    private final BudgetedStream bytes;
    private int nodes;
    private int characters;

    RecordReader(XMLStreamReader xml, BudgetedStream bytes) {
        this.xml = xml;
        this.bytes = bytes;
    }

    /** The parser's next event. */
    int next() throws XMLStreamException {
        int event = xml.next();
        bytes.eventRead();
        return event;
    }

    /** The name paths use: an element an office added is told apart from WIPO's of the same name. */
    static String nameOf(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI();
        boolean standard = namespace == null || namespace.startsWith(WIPO);
        return standard ? xml.getLocalName() : "ext:" + xml.getLocalName();
    }

    /**
     * Reads up to and including the end of the element.
     *
     * @throws BadInput if it exceeds a limit; the element has then been passed over
     */
    RecordNode read() throws XMLStreamException {
        nodes = 0;
        characters = 0;
        RecordNode root = node();
        Deque<RecordNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    RecordNode child = node();
                    open.peek().add(child);
                    open.push(child);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(open.peek());
                default -> {}
            }
            if (open.size() > DEEPEST || nodes > MOST_NODES || characters > MOST_CHARACTERS) {
                passOver(open.size());
                throw new BadInput("", "rights.import.record-too-large");
            }
        }
        return root;
    }

    private RecordNode node() {
        nodes++;
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            characters += xml.getAttributeValue(i).length();
        }
        return new RecordNode(nameOf(xml), xml.getLocation().getLineNumber(), attributes);
    }

    private void append(RecordNode node) {
        characters += xml.getTextLength();
        node.append(xml.getText());
    }

    private void passOver(int openElements) throws XMLStreamException {
        int depth = openElements;
        while (depth > 0) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
