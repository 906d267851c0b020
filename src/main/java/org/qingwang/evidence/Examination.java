package org.qingwang.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.springframework.core.io.InputStreamSource;

/**
 * What reading a file once tells: its size, its digest, and its two ends.
 *
 * @param bytes its size, or one more than the limit if it is larger; nothing else is known then
 * @param head its first bytes
 * @param tail its last bytes
 */
record Examination(long bytes, byte[] sha256, byte[] head, byte[] tail) {

    private static final int LOOK = 66 * 1024;
    private static final int PIECE = 64 * 1024;

    static Examination of(InputStreamSource content, long limit) throws IOException {
        MessageDigest digest = sha256Digest();
        byte[] head = new byte[0];
        byte[] tail = new byte[0];
        long bytes = 0;
        try (InputStream in = content.getInputStream()) {
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                bytes += piece.length;
                if (bytes > limit) {
                    return new Examination(limit + 1, new byte[0], head, tail);
                }
                digest.update(piece);
                head = head.length < LOOK ? lastOf(head, piece, Integer.MAX_VALUE) : head;
                tail = lastOf(tail, piece, LOOK);
            }
        }
        return new Examination(bytes, digest.digest(), head, tail);
    }

    static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] lastOf(byte[] before, byte[] more, int most) {
        byte[] both = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, both, before.length, more.length);
        return both.length <= most ? both : Arrays.copyOfRange(both, both.length - most, both.length);
    }
}
