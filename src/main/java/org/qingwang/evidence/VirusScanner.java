package org.qingwang.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingwang.common.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Asks a virus scanner about files, if one is configured: clamd over TCP, which keeps nothing of what it is sent. A scanner
 * that is configured and does not answer lets no file in; without one, files are marked as not checked.
 */
@Component
public class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;
    private static final Pattern FOUND = Pattern.compile("stream: (.*) FOUND");

    private final String host;
    private final int port;

    VirusScanner(@Value("${qingwang.clamd.host:}") String host, @Value("${qingwang.clamd.port:3310}") int port) {
        this.host = host;
        this.port = port;
    }

    /** Whether there is one to be asked. */
    public boolean isConfigured() {
        return StringUtils.hasText(host);
    }

    /** Whether it answers. */
    public boolean answers() {
        try {
            return talk("zPING\0", null).equals("PONG");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Has a file checked.
     *
     * @param name as it is shown
     * @return whether it was; false if no scanner is configured
     * @throws BadInput if a virus was found, or the scanner gave no clear answer
     */
    public boolean check(String name, InputStreamSource content) {
        if (!isConfigured()) {
            return false;
        }
        String answer = ask(name, content);
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            LOG.warn("a file with {} was refused", found.group(1).replaceAll("[^\\w.:-]", "?"));
            throw new BadInput("file", "evidence.refused.virus", name, found.group(1));
        }
        if (!answer.equals("stream: OK")) {
            LOG.warn("the virus scanner answered: {}", answer.replaceAll("\\p{Cntrl}", "?"));
            throw notChecked(name);
        }
        return true;
    }

    private String ask(String name, InputStreamSource content) {
        try {
            return talk("zINSTREAM\0", content);
        } catch (IOException e) {
            LOG.warn("the virus scanner does not answer: {}", e.toString());
            throw notChecked(name);
        }
    }

    private static BadInput notChecked(String name) {
        return new BadInput("file", "evidence.refused.not-checked", name);
    }

    private String talk(String command, InputStreamSource content) throws IOException {
        try (Socket scanner = new Socket()) {
            scanner.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            scanner.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(scanner.getOutputStream()));
            out.write(command.getBytes(StandardCharsets.US_ASCII));
            if (content != null) {
                send(content, out);
            }
            out.flush();
            return answer(scanner.getInputStream());
        }
    }

    /** Pieces, each with its length before it; one of length 0 ends them. */
    private static void send(InputStreamSource content, DataOutputStream out) throws IOException {
        try (InputStream in = content.getInputStream()) {
            for (byte[] piece = in.readNBytes(CHUNK); piece.length > 0; piece = in.readNBytes(CHUNK)) {
                out.writeInt(piece.length);
                out.write(piece);
            }
        }
        out.writeInt(0);
    }

    private static String answer(InputStream in) throws IOException {
        return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }
}
