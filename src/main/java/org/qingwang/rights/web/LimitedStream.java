package org.qingwang.rights.web;

import java.io.InputStream;
import org.qingwang.common.BadInput;
import org.qingwang.rights.MeteredStream;
import org.qingwang.rights.RightsImportService;

/** Ends with a refusal where a body goes on beyond the limit. */
final class LimitedStream extends MeteredStream {

    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    protected void spend(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new BadInput("", "rights.import.file-too-large", RightsImportService.MOST_MEGABYTES);
        }
    }
}
