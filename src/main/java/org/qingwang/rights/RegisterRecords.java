package org.qingwang.rights;

import org.qingwang.common.BadInput;

/** Takes what a reader finds in a file, record by record, in the file's order. */
interface RegisterRecords {

    /** Called once, before anything else. */
    void begin(TradeMark.Source source);

    void take(long line, TradeMark mark);

    /** @param number the record's number as the file has it, or null */
    void refuse(long line, String number, BadInput reason);
}
