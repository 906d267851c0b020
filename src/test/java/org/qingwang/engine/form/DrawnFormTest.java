package org.qingwang.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qingwang.common.BadInput;
import org.qingwang.engine.form.DrawnPart.Kind;

/** If this fails, the public cannot fill in a form, or what it fills in is checked less strictly than an officer's. */
class DrawnFormTest {

    private static final String FORM = """
            {"id": "sample", "type": "default", "components": [
              {"type": "text", "id": "Text_office", "text": "### Office · 机关"},
              {"type": "textfield", "id": "F1", "key": "office", "label": "Office · 机关", "validate": {"required": true}},
              {"type": "text", "id": "Text_who", "text": "### Who · 谁"},
              {"type": "select", "id": "F2", "key": "kind", "label": "Kind · 类别", "validate": {"required": true},
               "values": [{"value": "A", "label": "One · 甲"}, {"value": "B", "label": "Two · 乙"},
                          {"value": "C", "label": "Three · 丙"}]},
              {"type": "textfield", "id": "F3", "key": "name", "label": "Name · 名称", "validate": {"maxLength": 5},
               "properties": {"autocomplete": "name"}, "description": "As on paper · 同证件"},
              {"type": "textarea", "id": "F4", "key": "story", "label": "Story · 经过",
               "conditional": {"hide": "=kind != \\"B\\" and kind != \\"C\\""}},
              {"type": "number", "id": "F5", "key": "price", "label": "Price · 价格", "decimalDigits": 2,
               "validate": {"min": 0}, "appearance": {"suffixAdorner": "CNY · 元"}},
              {"type": "radio", "id": "F6", "key": "way", "label": "Way · 方式",
               "values": [{"value": "X", "label": "Ex"}, {"value": "Y", "label": "Why"}]},
              {"type": "checkbox", "id": "F7", "key": "sure", "label": "Sure · 确定", "validate": {"required": true}},
              {"type": "checklist", "id": "F8", "key": "tags", "label": "Tags · 标签",
               "values": [{"value": "P", "label": "P"}, {"value": "Q", "label": "Q"}]},
              {"type": "datetime", "id": "F9", "key": "day", "subtype": "date", "dateLabel": "Day · 日期"},
              {"type": "datetime", "id": "F10", "key": "at", "subtype": "datetime", "dateLabel": "At · 时间"}
            ]}""";

    @Test
    void everyKindOfFieldIsDrawnInTheOrderOfTheForm() {
        assertThat(form(Set.of()).parts())
                .extracting(DrawnPart::kind)
                .containsExactly(
                        Kind.HEADING,
                        Kind.LINE,
                        Kind.HEADING,
                        Kind.SELECT,
                        Kind.LINE,
                        Kind.LINES,
                        Kind.NUMBER,
                        Kind.RADIO,
                        Kind.BOX,
                        Kind.BOXES,
                        Kind.DATE,
                        Kind.MOMENT);
        DrawnPart name = part("name");
        assertThat(name.longest()).isEqualTo(5);
        assertThat(name.autocomplete()).isEqualTo("name");
        assertThat(name.hint().text()).startsWith("As on paper");
        assertThat(part("price").unit().text()).isEqualTo("CNY · 元");
        assertThat(part("price").step()).isEqualTo("0.01");
    }

    @Test
    void whatThePageKnowsByItselfIsNeitherDrawnNorTaken() {
        DrawnForm form = form(Set.of("office", "kind=A"));
        assertThat(form.parts().get(0).label().text())
                .as("a heading without its field goes, too")
                .isEqualTo("Who · 谁");
        DrawnForm.Filled filled =
                form.check(Map.of("office", List.of("mine"), "kind", List.of("A"), "sure", List.of("true")));
        assertThat(filled.values()).doesNotContainKey("office");
        assertThat(filled.refusals()).extracting(BadInput::field).containsExactly("kind");
    }

    @Test
    void aFieldThatIsAskedForInSomeCasesSaysInWhich() {
        DrawnPart.Asked asked = part("story").asked();
        assertThat(asked.where().text()).isEqualTo("Kind · 类别");
        assertThat(asked.is()).extracting(Label::text).containsExactly("Two · 乙", "Three · 丙");
        assertThat(part("name").asked()).isNull();
    }

    @Test
    void whatWasTypedIntoAFieldNobodyAskedForIsNotLostInSilence() {
        DrawnForm.Filled filled = filled(Map.of("kind", List.of("A"), "story", List.of("A long one")));
        assertThat(filled.refusals()).extracting(BadInput::field).containsExactly("story");
        assertThat(filled(Map.of("kind", List.of("B"), "story", List.of("A long one")))
                        .refusals())
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndTheRestIsTaken() {
        DrawnForm.Filled filled = form(Set.of())
                .check(Map.of(
                        "office", List.of("Mine"),
                        "name", List.of("far too long"),
                        "price", List.of("ten"),
                        "way", List.of("Z"),
                        "tags", List.of("P", "nothing"),
                        "day", List.of("2026-02-30"),
                        "at", List.of("2026-11-23T09:30")));
        assertThat(filled.refusals())
                .extracting(BadInput::field)
                .containsExactly("kind", "name", "price", "way", "sure", "tags", "day");
        assertThat(filled.values())
                .containsOnly(
                        Map.entry("office", "Mine"), Map.entry("at", OffsetDateTime.parse("2026-11-23T09:30+08:00")));
    }

    @Test
    void whatHoldsIsTypedAsTasklistWouldHaveSentIt() {
        DrawnForm.Filled filled =
                filled(Map.of("kind", List.of("A"), "price", List.of(" 12.50 "), "tags", List.of("P", "Q")));
        assertThat(filled.refusals()).isEmpty();
        assertThat(filled.values())
                .containsEntry("price", new BigDecimal("12.50"))
                .containsEntry("tags", List.of("P", "Q"))
                .containsEntry("sure", true);
    }

    @Test
    void onlyTheFormsOwnFieldsAreKept() {
        Map<String, List<String>> own = form(Set.of())
                .own(Map.of("name", List.of("Li"), "price", List.of(" "), "_csrf", List.of("x"), "evil", List.of("y")));
        assertThat(own).containsOnlyKeys("name");
    }

    private static DrawnForm.Filled filled(Map<String, List<String>> some) {
        Map<String, List<String>> all = new HashMap<>(some);
        all.put("office", List.of("Mine"));
        all.put("sure", List.of("true"));
        return form(Set.of()).check(all);
    }

    private static DrawnPart part(String key) {
        return form(Set.of()).parts().stream()
                .filter(part -> part.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static DrawnForm form(Set<String> without) {
        try {
            return new DrawnForm(new ObjectMapper().readTree(FORM), without, SampleForm::feel);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
