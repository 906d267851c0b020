package org.qingwang.engine.guard;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Reads the body of a change strictly and hands on what was read, written anew: what was checked is what the engine gets,
 * however a lenient parser would have read the original.
 */
final class ApiBody {

    /** Far above the largest form, far below what would hurt. */
    private static final int LARGEST = 1_000_000;

    private static final int DEEPEST = 50;

    private static final Set<String> JSON_TYPES = Set.of("application/json", "application/hal+json");

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static {
        STRICT.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private ApiBody() {}

    /** The body cannot be taken. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Object[] arguments;

        /** @param messageKey the sentence for the sender */
        Refused(String messageKey, Object... arguments) {
            super(messageKey);
            this.arguments = arguments.clone();
        }

        Object[] arguments() {
            return arguments.clone();
        }
    }

    /**
     * @return the body as strict JSON, empty if there was none
     * @throws Refused if it is too large, no JSON, names a property twice, or carries an expression
     */
    static byte[] checked(HttpServletRequest request) throws IOException, Refused {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Refused("engine.api.large");
        }
        if (body.length == 0) {
            return body;
        }
        requireJson(request.getContentType());
        JsonNode json = parse(body);
        refuseExpressions(json);
        return STRICT.writeValueAsBytes(json);
    }

    /** Whether a parameter or property of this name would be evaluated (CVE-2026-109432). */
    static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static void requireJson(String contentType) throws Refused {
        try {
            MediaType type = MediaType.parseMediaType(contentType == null ? "" : contentType);
            if (JSON_TYPES.contains(type.getType() + "/" + type.getSubtype())) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            throw new Refused("engine.api.type");
        }
        throw new Refused("engine.api.type");
    }

    private static JsonNode parse(byte[] body) throws IOException, Refused {
        try {
            return STRICT.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Refused("engine.api.json");
        }
    }

    private static void refuseExpressions(JsonNode node) throws Refused {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (isExpression(name)) {
                throw new Refused("engine.api.expression", name);
            }
        }
        for (JsonNode child : node) {
            refuseExpressions(child);
        }
    }
}
