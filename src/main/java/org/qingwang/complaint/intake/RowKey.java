package org.qingwang.complaint.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ListingAddress;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.complaint.Platform;

/**
 * By which two rows are the same complaint, however they are spelt and whichever file they come in: a digest of what
 * they say and of the jurisdiction that received it.
 */
final class RowKey {

    private static final char SEPARATOR = '\u001f';

    private static final String BLANKS = " \t\n\u000B\f\r";

    private RowKey() {}

    /** @return 64 hexadecimal digits */
    static String of(Jurisdiction intake, NewComplaint complaint, Iterable<ListingAddress> listings) {
        StringBuilder content = new StringBuilder(512);
        add(content, intake.id());
        add(content, complaint.receivedOn());
        add(content, complaint.complainantType());
        add(content, folded(complaint.complainantName()));
        add(content, folded(complaint.contact()));
        add(content, folded(complaint.right()));
        add(content, folded(complaint.registrationNo()));
        add(content, platform(complaint.platform()));
        add(content, sorted(listings));
        add(content, folded(complaint.sellerName()));
        add(content, complaint.sellerRegion());
        add(content, folded(complaint.goods()));
        add(content, figure(complaint.quantity()));
        add(content, figure(complaint.unitPrice()));
        add(content, folded(complaint.description()));
        if (complaint.isDispute()) {
            add(content, folded(complaint.demand()));
        }
        return digest(content.toString());
    }

    /** The key under which a complaint with this content is filed, from a list or alone. */
    static String idempotencyKey(String rowKey) {
        return "content:" + rowKey;
    }

    private static void add(StringBuilder content, Object part) {
        content.append(part == null ? "" : part).append(SEPARATOR);
    }

    private static String folded(String text) {
        if (text == null) {
            return null;
        }
        return withSingleBlanks(Cells.text(text).toLowerCase(Locale.ROOT));
    }

    private static String withSingleBlanks(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean behindBlank = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = BLANKS.indexOf(text.charAt(i)) >= 0;
            if (!blank || !behindBlank) {
                out.append(blank ? ' ' : text.charAt(i));
            }
            behindBlank = blank;
        }
        return out.toString();
    }

    private static String platform(String name) {
        return name == null ? null : Platform.ofName(name).map(Platform::key).orElseGet(() -> folded(name));
    }

    private static String sorted(Iterable<ListingAddress> listings) {
        return StreamSupport.stream(listings.spliterator(), false)
                .map(ListingAddress::normalised)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String figure(BigDecimal figure) {
        return figure == null ? null : figure.stripTrailingZeros().toPlainString();
    }

    private static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
