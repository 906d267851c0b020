package org.qingwang.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.qingwang.audit.ChainReport.Broken;
import org.qingwang.audit.ChainReport.How;

/**
 * One walk along the chain, from the first entry to the head as it stood when the walk began. Hashes are computed here
 * and not by the database, which is what is being checked.
 */
final class ChainWalk {

    private static final int PAGE = 2_000;
    private static final byte[] START = sha256("qingwang audit chain".getBytes(StandardCharsets.UTF_8), new byte[0]);

    private final AuditEntries entries;
    private final LongConsumer progress;
    private long seq;
    private byte[] hash = START;

    ChainWalk(AuditEntries entries, LongConsumer progress) {
        this.entries = entries;
        this.progress = progress;
    }

    ChainReport walk() {
        Optional<AuditEntries.Head> found = entries.head();
        if (found.isEmpty()) {
            return new ChainReport(0, "", Optional.of(new Broken(0, How.HEAD_MISSING, "")));
        }
        AuditEntries.Head head = found.get();
        Optional<Broken> broken = walkTo(head);
        return new ChainReport(seq, HexFormat.of().formatHex(head.hash()), broken);
    }

    private Optional<Broken> walkTo(AuditEntries.Head head) {
        long end = Math.min(head.seq(), head.last());
        while (seq < end) {
            List<AuditEntries.Link> page = entries.linksAfter(seq, (int) Math.min(PAGE, end - seq));
            if (page.isEmpty()) {
                return broken(seq + 1, How.MISSING);
            }
            for (AuditEntries.Link link : page) {
                Optional<Broken> broken = check(link);
                if (broken.isPresent()) {
                    return broken;
                }
                seq = link.entry().seq();
                hash = link.hash();
            }
            progress.accept(seq);
        }
        return checkEnd(head);
    }

    private Optional<Broken> checkEnd(AuditEntries.Head head) {
        if (head.last() < head.seq()) {
            return broken(head.last() + 1, How.TAIL_CUT);
        }
        if (head.last() > head.seq()) {
            return broken(head.seq() + 1, How.ADDED);
        }
        return Arrays.equals(hash, head.hash()) ? Optional.empty() : broken(seq, How.HEAD_ALTERED);
    }

    private Optional<Broken> check(AuditEntries.Link link) {
        long found = link.entry().seq();
        if (found != seq + 1) {
            return broken(seq + 1, How.MISSING);
        }
        if (!Arrays.equals(link.previousHash(), hash)) {
            return broken(found, How.RELINKED);
        }
        if (!Arrays.equals(link.hash(), sha256(hash, link.payload().getBytes(StandardCharsets.UTF_8)))) {
            return broken(found, How.CHANGED);
        }
        return differingColumn(link).map(column -> new Broken(found, How.COLUMN_DIFFERS, column));
    }

    private static Optional<Broken> broken(long seq, How how) {
        return Optional.of(new Broken(seq, how, ""));
    }

    private static Optional<String> differingColumn(AuditEntries.Link link) {
        try {
            return differingColumn(link.entry(), AuditPayload.parse(link.payload()));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.of("payload");
        }
    }

    private static Optional<String> differingColumn(RecordedEntry entry, JsonNode payload)
            throws JsonProcessingException {
        if (!entry.at().equals(Instant.parse(payload.path("at").asText()))) {
            return Optional.of("at");
        }
        if (!sameJson(entry.before(), payload.path("before"))) {
            return Optional.of("before");
        }
        if (!sameJson(entry.after(), payload.path("after"))) {
            return Optional.of("after");
        }
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("actor", entry.actor());
        columns.put("actorName", entry.actorName());
        columns.put("jurisdiction", entry.jurisdiction());
        columns.put("action", entry.action());
        columns.put("subjectType", entry.subjectType());
        columns.put("subjectId", entry.subjectId());
        columns.put("reason", entry.reason());
        columns.put("formVersion", entry.formVersion());
        return columns.entrySet().stream()
                .filter(column -> !Objects.equals(
                        column.getValue(), payload.path(column.getKey()).textValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The database stores 1e3 as 1000: numbers are compared by value. */
    private static boolean sameJson(String column, JsonNode payload) throws JsonProcessingException {
        return AuditPayload.parse(column).equals(ChainWalk::compareValues, payload);
    }

    private static int compareValues(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    }

    private static byte[] sha256(byte[] previous, byte[] text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
