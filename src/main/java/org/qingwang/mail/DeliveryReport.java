package org.qingwang.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail server writes back when it could not deliver: a delivery status notification (RFC 3464). Whoever wrote it is
 * a stranger, so nothing in it is taken for more than the words of one.
 *
 * @param messageIds what stands before the {@code @} in the Message-IDs it may tell of, the likeliest first
 * @param words what it says, for people
 */
record DeliveryReport(List<String> messageIds, String words) {

    private static final int MOST_PARTS = 10;
    private static final int MOST_READ = 64 * 1024;
    private static final int LONGEST_WORDS = 400;

    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> RETURNED = Set.of(
            "message/rfc822",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers");

    private static final Pattern MESSAGE_ID = Pattern.compile("<([A-Za-z0-9_-]{40,43})@[^<>\\s]{1,255}>");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9-]{1,60})[ \\t]*:(.*)");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\s]+");

    /** @return what the message reports; empty if it is no report of a lasting failure */
    static Optional<DeliveryReport> of(MimeMessage message) {
        try {
            return read(message);
        } catch (MessagingException | IOException | RuntimeException e) {
            // Whatever a stranger wrote must not keep us from the message behind it.
            return Optional.empty();
        }
    }

    private static Optional<DeliveryReport> read(MimeMessage message) throws MessagingException, IOException {
        if (!isReport(message.getContentType()) || !(message.getContent() instanceof MimeMultipart parts)) {
            return Optional.empty();
        }
        List<Map<String, String>> status = List.of();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            String type = typeOf(part.getContentType());
            if (STATUS.contains(type) && status.isEmpty()) {
                status = groups(part);
            } else if (RETURNED.contains(type)) {
                groups(part).stream().findFirst().ifPresent(head -> addId(ids, head.get("message-id")));
            }
        }
        addId(ids, message.getHeader("In-Reply-To", null));
        List<Map<String, String>> failed = status.stream()
                .filter(group -> "failed".equalsIgnoreCase(group.getOrDefault("action", "")))
                .toList();
        return failed.isEmpty() || ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeliveryReport(List.copyOf(ids), words(failed.get(0))));
    }

    private static boolean isReport(String contentType) {
        try {
            ContentType type = new ContentType(contentType);
            return type.match("multipart/report")
                    && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
        } catch (ParseException e) {
            return false;
        }
    }

    private static String typeOf(String contentType) {
        try {
            return new ContentType(contentType).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "";
        }
    }

    private static void addId(List<String> ids, String header) {
        Matcher id = MESSAGE_ID.matcher(header == null ? "" : header);
        if (id.find()) {
            ids.add(id.group(1));
        }
    }

    /** Fields of a head, group by group with an empty line between; read so far as a report can be long. */
    private static List<Map<String, String>> groups(BodyPart part) throws MessagingException, IOException {
        String text;
        try (InputStream content = part.getInputStream()) {
            text = new String(content.readNBytes(MOST_READ), StandardCharsets.UTF_8);
        }
        String unfolded = text.strip().replace("\r\n", "\n").replaceAll("\n[ \t]+", " ");
        return Stream.of(unfolded.split("\n{2,}", MOST_PARTS + 1))
                .limit(MOST_PARTS)
                .map(DeliveryReport::fields)
                .toList();
    }

    private static Map<String, String> fields(String group) {
        return group.lines()
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(
                        field -> field.group(1).toLowerCase(Locale.ROOT),
                        field -> field.group(2).strip(),
                        (first, second) -> first,
                        TreeMap::new));
    }

    private static String words(Map<String, String> failed) {
        String said = Stream.of("status", "diagnostic-code", "final-recipient")
                .map(failed::get)
                .filter(value -> value != null && !value.isBlank())
                .collect(Collectors.joining(" · "));
        String shown = UNSEEN.matcher(said).replaceAll(" ").strip();
        return shown.length() <= LONGEST_WORDS ? shown : shown.substring(0, LONGEST_WORDS);
    }
}
