package org.qingwang.rights;

import java.util.Set;
import org.qingwang.common.BadInput;
import org.qingwang.rights.TradeMark.Source;

/** How one XML standard lays out the record of a mark. */
interface RecordShape {

    Source source();

    /** Whether a file whose root is in this namespace is of this standard. */
    boolean speaks(String namespace);

    /** The element that holds one mark. */
    String recordElement();

    /** The element around a mark and what belongs to it but stands beside it. */
    String transactionElement();

    /** Elements beside the mark that belong to it. */
    Set<String> elementsBeside();

    /** @throws BadInput if the record cannot be taken */
    TradeMark read(RecordNode record);

    /** The number as the record has it, for a refusal; null if there is none. */
    String numberOf(RecordNode record);
}
