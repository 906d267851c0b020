package org.qingwang.rights.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.qingwang.common.BadInput;
import org.qingwang.rights.RightsImportService;

/** Ends with a refusal where a body goes on beyond the limit. */
final class LimitedStream extends FilterInputStream {

    private long left;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        spend(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        spend(Math.max(read, 0));
        return read;
    }

    private void spend(int bytes) {
        left -= bytes;
        if (left < 0) {
            throw new BadInput("", "rights.import.file-too-large", RightsImportService.MOST_MEGABYTES);
        }
    }
}
