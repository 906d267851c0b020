package org.qingwang.rights;

import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.qingwang.common.BadInput;

/**
 * Reads trade-mark transactions of WIPO ST.66 and ST.96, record by record: a file may be longer than memory, one record
 * may not. A document type is refused outright, which leaves no way to entities, external files and their expansion.
 */
final class XmlRegister {

    private final XMLStreamReader xml;
    private final RecordReader reader;
    private final RegisterRecords records;
    private RecordShape shape;

    /** The mark read last. ST.66 names its holders only after it, so it waits for the end of its transaction. */
    private RecordNode waiting;

    private int marksInTransaction;

    private XmlRegister(XMLStreamReader xml, RecordReader reader, RegisterRecords records) {
        this.xml = xml;
        this.reader = reader;
        this.records = records;
    }

    /**
     * @throws BadInput if the file is not of one of the two standards, or declares a document type. A file that stops
     *     being well-formed further on is reported as one refused record at that line; what stood before it is taken
     */
    static void read(InputStream file, RegisterRecords records) {
        try {
            BudgetedStream budgeted = new BudgetedStream(file);
            XMLStreamReader xml = factory().createXMLStreamReader(budgeted);
            new XmlRegister(xml, new RecordReader(xml, budgeted), records).readAll();
        } catch (XMLStreamException e) {
            throw new BadInput("", "rights.import.not-xml", line(e));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Newer Java versions end the whole file at a depth of their own; RecordReader passes over the one record.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        return factory;
    }

    private void readAll() throws XMLStreamException {
        try {
            while (xml.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw new BadInput("DOCTYPE", "rights.import.doctype");
                    case XMLStreamConstants.START_ELEMENT -> begun();
                    case XMLStreamConstants.END_ELEMENT -> ended();
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            if (shape == null) {
                throw e;
            }
            records.refuse(line(e), null, new BadInput("", "rights.import.broken-off"));
        }
    }

    private void begun() throws XMLStreamException {
        if (shape == null) {
            shape = shapeOf(xml.getNamespaceURI());
            records.begin(shape.source());
        }
        String name = RecordReader.nameOf(xml);
        if (name.equals(shape.recordElement())) {
            handOver();
            marksInTransaction++;
            readMark();
        } else if (waiting != null && shape.elementsBeside().contains(name)) {
            readBeside();
        }
    }

    private void readMark() throws XMLStreamException {
        long line = xml.getLocation().getLineNumber();
        try {
            waiting = reader.read();
        } catch (BadInput reason) {
            records.refuse(line, null, reason);
        }
    }

    /** Beside several marks nobody can tell whose holder it is; a wrong holder is worse than none. */
    private void readBeside() throws XMLStreamException {
        RecordNode beside = reader.read();
        if (marksInTransaction == 1) {
            waiting.add(beside);
        }
    }

    private void ended() {
        if (RecordReader.nameOf(xml).equals(shape.transactionElement())) {
            handOver();
            marksInTransaction = 0;
        }
    }

    private void handOver() {
        if (waiting == null) {
            return;
        }
        RecordNode record = waiting;
        waiting = null;
        TradeMark mark;
        try {
            mark = shape.read(record);
        } catch (BadInput reason) {
            records.refuse(record.line(), shape.numberOf(record), reason);
            return;
        }
        records.take(record.line(), mark);
    }

    private static RecordShape shapeOf(String namespace) {
        return List.of(new St66(), new St96()).stream()
                .filter(candidate -> candidate.speaks(namespace))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("", "rights.import.not-a-register", namespace == null ? "" : namespace));
    }

    private static int line(XMLStreamException e) {
        return e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    }
}
