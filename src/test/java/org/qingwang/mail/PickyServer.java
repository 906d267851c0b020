package org.qingwang.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that answers one command with this line, and takes everything else. */
final class PickyServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String command;
    private final String answer;

    PickyServer(String command, String answer) {
        this.command = command;
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread serving = new Thread(this::serve, "picky-mail-server");
        serving.setDaemon(true);
        serving.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException e) {
                // The caller hung up, or the test is over.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        Writer out = new OutputStreamWriter(caller.getOutputStream(), StandardCharsets.US_ASCII);
        say(out, "220 picky");
        String line = in.readLine();
        while (line != null) {
            say(out, answerTo(line));
            line = in.readLine();
        }
    }

    private String answerTo(String line) {
        if (line.startsWith(command)) {
            return answer;
        }
        if (line.equals("DATA")) {
            return "354 go on";
        }
        if (line.startsWith("QUIT")) {
            return "221 bye";
        }
        return "250 fine";
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
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
