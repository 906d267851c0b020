package org.qingwang.rights;

import java.util.List;
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
    default String transactionElement() {
        return "TransactionData";
    }

    /** Elements beside the mark that belong to it. */
    Set<String> elementsBeside();

    /** @throws BadInput if the record cannot be taken */
    TradeMark read(RecordNode record);

    /**
     * Begins with what both standards call by one name.
     *
     * @param office the paths at which the office may stand
     * @param applicationNo the path of the application's number
     * @param statusSentence the path of the status in the office's own words
     * @param renewed the path of the day of renewal
     */
    default MarkDraft begin(
            RecordNode record, List<String> office, String applicationNo, String statusSentence, String renewed) {
        MarkDraft draft = new MarkDraft(source());
        draft.office(record.given(office.toArray(String[]::new)));
        draft.registrationNo(record.given("RegistrationNumber"));
        draft.applicationNo(record.given(applicationNo));
        draft.status(
                record.given("MarkCurrentStatusCode"),
                record.given(statusSentence),
                record.given("MarkCurrentStatusDate"));
        draft.filed(record.given("ApplicationDate"));
        draft.registered(record.given("RegistrationDate"));
        draft.renewed(record.given(renewed));
        draft.expires(record.given("ExpiryDate"));
        return draft;
    }

    /** The number as the record has it, for a refusal; null if there is none. */
    String numberOf(RecordNode record);
}
