package org.qingwang.engine.picture;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.qingwang.engine.ChineseName;

/** The words of a model in the reader's language, see {@link ChineseName}. */
final class ModelWords {

    private static final Map<String, String> SHORT_ANSWERS =
            Map.of("yes", "是", "no", "否", "no, back", "否，退回", "accept", "受理", "refuse", "不予受理", "join", "并案");

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
                .map(ChineseName::in)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
