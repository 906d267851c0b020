package org.qingwang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The vendor ships no Chinese. A label of a web application that is missing shows an officer a key instead of a word. */
class ChineseLabelsTest {

    private static final String LABELS = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*\\w+\\s*}}|\\{}");
    private static final Pattern MARKUP = Pattern.compile("</?(a|br|strong)\\b|href=\"[^\"]*\"");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** "instance" and "instances" are one word in Chinese: the vendor's label for the ending stays empty. */
    private static final String ENDING_OF_PLURAL = "s";

    @ParameterizedTest
    @ValueSource(strings = {"welcome", "tasklist", "cockpit", "admin"})
    void everyLabelIsThereInChinese(String application) throws IOException {
        JsonNode english = labels(application, "en");
        JsonNode chinese = labels(application, "zh");

        assertThat(names(chinese.path("labels"))).containsExactlyInAnyOrderElementsOf(names(english.path("labels")));
        english.path("labels")
                .properties()
                .forEach(label -> compare(
                        label.getKey(),
                        label.getValue().asText(),
                        chinese.path("labels").path(label.getKey()).asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void everyPartOfADateIsThereInChinese(String application) throws IOException {
        JsonNode english = labels(application, "en").path("dateLocales");
        JsonNode chinese = labels(application, "zh").path("dateLocales");

        assertThat(names(chinese)).isNotEmpty().containsExactlyInAnyOrderElementsOf(names(english));
        english.properties().forEach(part -> {
            assertThat(names(chinese.path(part.getKey())))
                    .as(part.getKey())
                    .containsExactlyInAnyOrderElementsOf(names(part.getValue()));
            assertThat(chinese.path(part.getKey()).size())
                    .as(part.getKey())
                    .isEqualTo(part.getValue().size());
        });
    }

    private static void compare(String key, String english, String chinese) {
        assertThat(found(PLACEHOLDER, chinese))
                .as(key)
                .containsExactlyInAnyOrderElementsOf(found(PLACEHOLDER, english));
        assertThat(found(MARKUP, chinese)).as(key).isEqualTo(found(MARKUP, english));
        assertThat(CHINESE.matcher(chinese).find()).as(key).isEqualTo(hasWords(english));
    }

    private static boolean hasWords(String english) {
        return LETTERS.matcher(english).find() && !english.equals(ENDING_OF_PLURAL);
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(match -> match.replaceAll("\\s", ""))
                .toList();
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The vendor's file begins with a byte order mark. */
    private static JsonNode labels(String application, String language) throws IOException {
        try (InputStream file = new ClassPathResource(LABELS.formatted(application, language)).getInputStream()) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(text.replaceFirst("^\uFEFF", ""));
        }
    }
}
