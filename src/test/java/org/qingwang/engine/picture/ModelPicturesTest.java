package org.qingwang.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/**
 * The pictures of the models in {@code docs/models}. If this fails, the README shows models that are no longer the ones
 * that run: call {@code mvn test -Dtest=ModelPicturesTest -Dqingwang.pictures=write} and look at them.
 */
class ModelPicturesTest {

    private static final Path MODELS = Path.of("bpmn");
    private static final Path PICTURES = Path.of("docs", "models");

    @Test
    void thePicturesInTheDocumentationShowTheModelsAsTheyAre() throws IOException {
        TreeMap<String, String> drawn = new TreeMap<>();
        for (Path file : models()) {
            String stem = file.getFileName().toString().replace(".bpmn", "");
            drawn.put(stem + ".svg", draw(file, Locale.ENGLISH, Marks.NONE));
            drawn.put(stem + "_zh.svg", draw(file, Locale.CHINESE, Marks.NONE));
        }
        if ("write".equals(System.getProperty("qingwang.pictures"))) {
            Files.createDirectories(PICTURES);
            for (var picture : drawn.entrySet()) {
                Files.writeString(PICTURES.resolve(picture.getKey()), picture.getValue());
            }
        }
        for (var picture : drawn.entrySet()) {
            Path kept = PICTURES.resolve(picture.getKey());
            assertThat(kept)
                    .as("run: mvn test -Dtest=ModelPicturesTest -Dqingwang.pictures=write")
                    .exists()
                    .hasContent(picture.getValue());
        }
    }

    @Test
    void whereAProcessStandsIsShownByAShapeAsWellAsByColour() throws Exception {
        Path file = MODELS.resolve("agency-handling.bpmn");
        String plain = draw(file, Locale.ENGLISH, Marks.NONE);
        String standing = draw(file, Locale.ENGLISH, new Marks(Set.of("Task_HandleCase"), Set.of(), Set.of()));
        String stuck = draw(file, Locale.ENGLISH, new Marks(Set.of(), Set.of(), Set.of("Task_HandleCase")));
        assertThat(count(standing, "path")).isEqualTo(count(plain, "path") + 1);
        assertThat(texts(stuck)).contains("!");
        assertThat(texts(plain)).doesNotContain("!");
    }

    @Test
    void everyNameCanBeReadInBothLanguages() throws Exception {
        for (Path file : models()) {
            for (FlowElement element : model(file).getModelElementsByType(FlowElement.class)) {
                if (element.getName() != null) {
                    assertThat(new ModelWords(Locale.CHINESE).name(element))
                            .as(
                                    "%s, %s: documentation begins with the Chinese name and a full stop",
                                    file, element.getId())
                            .containsPattern("\\p{IsHan}");
                }
            }
        }
    }

    @Test
    void aLongLabelIsBrokenWhereItsLanguageAllows() {
        assertThat(TextLines.of("Customs or police work the case", 90, 12))
                .containsExactly("Customs or", "police work", "the case");
        assertThat(TextLines.of("海关或公安机关办理案件", 84, 12)).containsExactly("海关或公安机", "关办理案件");
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static String draw(Path file, Locale locale, Marks marks) throws IOException {
        BpmnModelInstance model = model(file);
        String name = new ModelWords(locale)
                .name(model.getModelElementsByType(Process.class).iterator().next());
        return new ModelDrawing(model, marks, locale).draw(name, "picture");
    }

    private static BpmnModelInstance model(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return Bpmn.readModelFromStream(content);
        }
    }

    private static int count(String svg, String element) throws Exception {
        return document(svg).getElementsByTagName(element).getLength();
    }

    private static List<String> texts(String svg) throws Exception {
        var nodes = document(svg).getElementsByTagName("text");
        return Stream.iterate(0, i -> i + 1)
                .limit(nodes.getLength())
                .map(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static Document document(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
