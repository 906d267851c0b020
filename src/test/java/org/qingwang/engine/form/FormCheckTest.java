package org.qingwang.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.BadInput;

/** Each case here is a file an officer or an attacker could send; what slips through would be stored as evidence. */
class FormCheckTest {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();

    private static final String FORM = """
            {"id": "test-form", "components": [
              {"type": "text", "text": "# Heading"},
              {"type": "iframe", "url": "=\\"/desk/cases/\\" + caseNo"},
              {"type": "textfield", "key": "name", "label": "Seller · 商家",
               "validate": {"required": true, "minLength": 2, "maxLength": 10}},
              {"type": "textfield", "key": "code", "validate": {"pattern": "^[A-Z]{2}\\\\d+$"}},
              {"type": "textarea", "key": "note"},
              {"type": "number", "key": "count", "decimalDigits": 0, "validate": {"min": 0, "max": 100}},
              {"type": "number", "key": "amount", "decimalDigits": 2, "serializeToString": true,
               "validate": {"max": "=limit"}},
              {"type": "checkbox", "key": "sure", "validate": {"required": true}},
              {"type": "checklist", "key": "goods", "values": [{"value": "shoes"}, {"value": "bags"}]},
              {"type": "taglist", "key": "tags", "values": [{"value": "a"}, {"value": "b"}]},
              {"type": "radio", "key": "answer", "values": [{"value": "yes"}, {"value": "no"}],
               "validate": {"required": true}},
              {"type": "select", "key": "unit", "values": [{"value": "1"}, {"value": "2"}]},
              {"type": "datetime", "subtype": "date", "key": "day", "dateLabel": "Day · 日期"},
              {"type": "datetime", "subtype": "time", "key": "hour"},
              {"type": "datetime", "subtype": "datetime", "key": "moment"},
              {"type": "textfield", "key": "caseNo", "readonly": true},
              {"type": "textfield", "key": "reason", "validate": {"required": true},
               "conditional": {"hide": "=answer = \\"yes\\""}},
              {"type": "group", "components": [{"type": "textfield", "key": "inFrame"}]},
              {"type": "group", "path": "holder", "components": [
                {"type": "textfield", "key": "city", "validate": {"maxLength": 5}}]},
              {"type": "dynamiclist", "path": "items", "components": [
                {"type": "textfield", "key": "what", "validate": {"required": true}},
                {"type": "number", "key": "pieces", "conditional": {"hide": "=what = \\"none\\""},
                 "validate": {"required": true, "min": 1}}]},
              {"type": "button", "action": "submit"}
            ]}
            """;

    private final FormSchema schema = FormSchema.parse(FORM);

    private Map<String, Object> check(Map<String, Object> submitted) {
        return new FormCheck(schema, FormCheckTest::feel, Map.of("limit", 1000)).typed(submitted);
    }

    private static Object feel(String expression, Map<String, Object> names) {
        return FEEL.evaluateSimpleExpression(
                expression, Variables.fromMap(names).asVariableContext());
    }

    /** The least the form takes, with one field set. */
    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> submitted = new HashMap<>(Map.of("name", "Shop", "sure", true, "answer", "yes"));
        submitted.put(key, value);
        return submitted;
    }

    private void refused(Map<String, Object> submitted, String field, String message) {
        assertThatThrownBy(() -> check(submitted)).isInstanceOfSatisfying(BadInput.class, refusal -> {
            assertThat(refusal.field()).isEqualTo(field);
            assertThat(refusal.messageKey()).isEqualTo("engine.form." + message);
        });
    }

    @Test
    void valuesArriveTyped() {
        assertThat(check(with("note", " text "))).containsEntry("note", "text").containsEntry("sure", true);
        assertThat(check(with("count", 5))).containsEntry("count", 5L);
        assertThat(check(with("count", 5.0))).containsEntry("count", 5L);
        assertThat(check(with("amount", "12.50"))).containsEntry("amount", new BigDecimal("12.50"));
        assertThat(check(with("goods", List.of("shoes", "shoes")))).containsEntry("goods", List.of("shoes"));
        assertThat(check(with("unit", 1))).containsEntry("unit", "1");
        assertThat(check(with("day", "2026-11-22"))).containsEntry("day", LocalDate.of(2026, 11, 22));
        assertThat(check(with("hour", "09:30+08:00"))).containsEntry("hour", LocalTime.of(9, 30));
        assertThat(check(with("moment", "2026-11-22T09:30Z")))
                .containsEntry("moment", OffsetDateTime.parse("2026-11-22T09:30Z"));
        assertThat(check(with("inFrame", "x"))).containsEntry("inFrame", "x");
        assertThat(check(with("holder", Map.of("city", "杭州")))).containsEntry("holder", Map.of("city", "杭州"));
        assertThat(check(with("items", List.of(Map.of("what", "shoe", "pieces", 2)))))
                .containsEntry("items", List.of(Map.of("what", "shoe", "pieces", new BigDecimal("2"))));
    }

    @Test
    void whatIsLeftEmptyIsAbsent() {
        assertThat(check(with("note", ""))).doesNotContainKey("note");
        assertThat(check(with("count", null))).doesNotContainKey("count");
        assertThat(check(with("goods", List.of()))).doesNotContainKey("goods");
    }

    @Test
    void whatMayNotBeChangedIsIgnored() {
        assertThat(check(with("caseNo", "another"))).doesNotContainKey("caseNo");
    }

    @Test
    void aHiddenFieldIsNeitherDemandedNorTaken() {
        assertThat(check(with("reason", "because"))).doesNotContainKey("reason");
        refused(with("answer", "no"), "reason", "required");
        assertThat(check(with("items", List.of(Map.of("what", "none"))))).containsKey("items");
    }

    @Test
    void missingRequiredFieldsAreRefused() {
        refused(with("name", "  "), "name", "required");
        refused(with("sure", false), "sure", "required");
        refused(with("answer", null), "answer", "required");
        refused(with("items", List.of(Map.of("pieces", 2))), "items[1].what", "required");
    }

    @Test
    void unknownNamesAreRefusedAtAnyDepth() {
        refused(with("approved", true), "approved", "unknown");
        refused(with("holder", Map.of("town", "x")), "holder.town", "unknown");
        refused(with("items", List.of(Map.of("what", "x", "pieces", 1, "price", 3))), "items[1].price", "unknown");
    }

    @Test
    void wrongTypesAreRefused() {
        refused(with("name", 5), "name", "type.text");
        refused(with("name", List.of("Shop")), "name", "type.text");
        refused(with("count", "5"), "count", "type.number");
        refused(with("count", true), "count", "type.number");
        refused(with("amount", "1e999999999"), "amount", "type.number");
        refused(with("sure", "true"), "sure", "type.flag");
        refused(with("goods", "shoes"), "goods", "type.list");
        refused(with("goods", Map.of("shoes", true)), "goods", "type.list");
        refused(with("day", "22.11.2026"), "day", "type.date");
        refused(with("day", "2026-02-30"), "day", "type.date");
        refused(with("hour", "25:00"), "hour", "type.time");
        refused(with("moment", "2026-11-22"), "moment", "type.datetime");
        refused(with("holder", "x"), "holder", "type.object");
        refused(with("items", Map.of("what", "x")), "items", "type.list");
        refused(with("items", List.of("x")), "items", "type.object");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        refused(with("count", -1), "count", "min");
        refused(with("count", 101), "count", "max");
        refused(with("count", 1.5), "count", "whole");
        refused(with("amount", "1.005"), "amount", "decimals");
        refused(with("amount", "1000.01"), "amount", "max");
        refused(with("name", "A"), "name", "short");
        refused(with("name", "A seller with a long name"), "name", "long");
        refused(with("code", "12"), "code", "pattern");
        refused(with("note", "x".repeat(20_001)), "note", "long");
        refused(with("holder", Map.of("city", "Hangzhou")), "holder.city", "long");
    }

    @Test
    void unknownOptionsAreRefused() {
        refused(with("answer", "maybe"), "answer", "option");
        refused(with("unit", "3"), "unit", "option");
        refused(with("goods", List.of("shoes", "watches")), "goods", "option");
        refused(with("tags", List.of(List.of("a"))), "tags", "option");
    }

    @Test
    void whatADatabaseCannotStoreIsRefused() {
        refused(with("note", "a\u0000b"), "note", "control");
    }

    @Test
    void aListWithoutEndIsRefused() {
        List<Object> rows = new ArrayList<>();
        for (int row = 0; row <= FieldValue.MOST_ROWS; row++) {
            rows.add(Map.of("what", "none"));
        }
        refused(with("items", rows), "items", "rows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"filepicker\",\"key\":\"f\"}",
                "{\"type\":\"select\",\"key\":\"s\",\"valuesKey\":\"v\"}",
                "{\"type\":\"select\",\"key\":\"s\"}",
                "{\"type\":\"textfield\",\"key\":\"a.b\"}",
                "{\"type\":\"textfield\"}",
                "{\"type\":\"textfield\",\"key\":\"t\",\"readonly\":\"=x\"}"
            })
    void aFormTheServerCouldNotCheckIsRefused(String component) {
        String form = "{\"id\": \"x\", \"components\": [" + component + "]}";
        assertThatThrownBy(() -> FormSchema.parse(form)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOfficerReadsTheLabelInTheOwnLanguage() {
        Label label = schema.fields().get(0).label();
        assertThat(label.in(Locale.ENGLISH)).isEqualTo("Seller");
        assertThat(label.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("商家");
    }

    enum Answer {
        YES,
        NO_THANKS
    }

    record Item(String what, Integer pieces) {}

    record Taken(
            String name, Answer answer, long count, BigDecimal amount, List<Item> items, boolean sure, LocalDate day) {}

    @Test
    void valuesBecomeTheRecordAUseCaseTakes() {
        Taken taken = FormRecords.of(
                Taken.class,
                Map.of(
                        "name",
                        "Shop",
                        "answer",
                        "no-thanks",
                        "count",
                        5L,
                        "amount",
                        7L,
                        "items",
                        List.of(Map.of("what", "shoe", "pieces", new BigDecimal("2.00")))));
        assertThat(taken)
                .isEqualTo(new Taken(
                        "Shop", Answer.NO_THANKS, 5, new BigDecimal(7), List.of(new Item("shoe", 2)), false, null));
    }
}
