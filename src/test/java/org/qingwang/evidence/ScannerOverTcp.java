package org.qingwang.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks the protocol of clamd over a real socket; finds the harmless pattern that every scanner takes for a virus. */
final class ScannerOverTcp implements AutoCloseable {

    /** In two halves, so that no scanner takes this source for infected. */
    static final String TEST_VIRUS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket socket;
    private final int largest;
    private volatile long received;

    ScannerOverTcp(int largest) {
        this.largest = largest;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread serving = new Thread(this::serve, "scanner");
        serving.setDaemon(true);
        serving.start();
    }

    VirusScanner client() {
        return new VirusScanner("127.0.0.1", socket.getLocalPort());
    }

    /** Bytes of the last file. */
    long received() {
        return received;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                DataInputStream in = new DataInputStream(caller.getInputStream());
                String answer = command(in).equals("zPING") ? "PONG" : scan(in);
                caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The caller hung up, or the test is over.
            }
        }
    }

    private static String command(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int letter = in.read(); letter > 0; letter = in.read()) {
            command.append((char) letter);
        }
        return command.toString();
    }

    private String scan(DataInputStream in) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            file.write(in.readNBytes(length));
        }
        received = file.size();
        if (file.size() > largest) {
            return "INSTREAM size limit exceeded. ERROR";
        }
        return file.toString(StandardCharsets.ISO_8859_1).contains(TEST_VIRUS)
                ? "stream: Eicar-Test-Signature FOUND"
                : "stream: OK";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
