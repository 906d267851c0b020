package org.qingwang.engine.picture;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The words of a model in the reader's language. Elements are named in English; the Chinese name stands at the beginning
 * of an element's documentation, up to the first full stop.
 */
final class ModelWords {

    private static final Pattern CHINESE_NAME = Pattern.compile("^\\s*([^.。]*\\p{IsHan}[^.。]*)[.。]");
    private static final Pattern ANY_HAN = Pattern.compile("\\p{IsHan}");
    private static final Map<String, String> SHORT_ANSWERS =
            Map.of("yes", "是", "no", "否", "accept", "受理", "refuse", "不予受理", "join", "并案");

    private final boolean chinese;

    ModelWords(Locale locale) {
        this.chinese = locale.getLanguage().equals("zh");
    }

    /** @return the element's name; empty if it has none */
    String name(ModelElementInstance element) {
        String english = Optional.ofNullable(element.getAttributeValue("name"))
                .map(name -> name.replaceAll("\\s+", " ").strip())
                .orElse("");
        if (!chinese || english.isEmpty()) {
            return english;
        }
        return chineseName(element).orElseGet(() -> SHORT_ANSWERS.getOrDefault(english, english));
    }

    private static Optional<String> chineseName(ModelElementInstance element) {
        if (!(element instanceof BaseElement base)) {
            return Optional.empty();
        }
        return base.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .map(ModelWords::chineseNameIn)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> chineseNameIn(String documentation) {
        Matcher matcher = CHINESE_NAME.matcher(documentation + ".");
        return matcher.find() && ANY_HAN.matcher(matcher.group(1)).find()
                ? Optional.of(matcher.group(1).strip())
                : Optional.empty();
    }
}
