package org.qingwang.rights;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much is read while it is read, so that a limit holds before the rest has come in. */
public abstract class MeteredStream extends FilterInputStream {

    protected MeteredStream(InputStream in) {
        super(in);
    }

    /** So many bytes more were read; throws if they are too many. */
    protected abstract void spend(int bytes) throws IOException;

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
}
