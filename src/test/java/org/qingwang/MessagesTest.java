package org.qingwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** A sentence that is missing in one language, or swallows what it should name, helps nobody at the counter. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    static Stream<String> bundles() {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return Arrays.stream(
                yaml.getObject().getProperty("spring.messages.basename").split(","));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everySentenceExistsInBothLanguagesAndNamesTheSameThings(String bundle) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties chinese = read(bundle + "_zh.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            Set<String> named = placeholders(english.getProperty(key));
            named.addAll(placeholders(chinese.getProperty(key)));
            Object[] words = named.stream().map(Integer::valueOf).toArray();
            assertThat(words).as(key + ": placeholders without a gap").hasSize(highest(named));
            assertReadable(key, english.getProperty(key), words);
            assertReadable(key, chinese.getProperty(key), words);
        }
    }

    /** An apostrophe that is not doubled swallows itself and every placeholder up to the next one. */
    private static void assertReadable(String key, String message, Object[] words) {
        String sentence = new MessageFormat(message).format(words);
        assertThat(sentence).as(key).doesNotContain("{", "''");
        assertThat(sentence.chars().filter(letter -> letter == '\'').count())
                .as(key + ": apostrophes are written doubled")
                .isEqualTo(message.chars().filter(letter -> letter == '\'').count() / 2);
    }

    private static int highest(Set<String> placeholders) {
        return placeholders.stream().mapToInt(Integer::parseInt).max().orElse(-1) + 1;
    }

    private static Set<String> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String resource) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = MessagesTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(file).as(resource).isNotNull();
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
