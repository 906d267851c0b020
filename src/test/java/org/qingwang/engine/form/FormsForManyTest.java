package org.qingwang.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which answers may be given to many tasks at once. If this fails, what differs from case to case is answered blindly. */
class FormsForManyTest {

    private static final String FORM = """
            {"id": "sample", "properties": {"forMany": %s}, "components": [
              {"type": "text", "id": "Text_link", "text": "[Case](/desk/cases/{{caseNo}})"},
              {"type": "radio", "id": "F1", "key": "decision", "label": "Decision", "validate": {"required": true},
               "values": [{"label": "Yes", "value": "YES"}, {"label": "As in another", "value": "OTHER"}]},
              {"type": "textfield", "id": "F2", "key": "caseNo", "label": "Which",
               "conditional": {"hide": "=decision != \\"OTHER\\""}, "validate": {"required": true}},
              {"type": "textarea", "id": "F3", "key": "reason", "label": "Reason"}]}
            """;

    private static DrawnForm drawn(String forMany) throws JsonProcessingException {
        return FormsForMany.drawn(new ObjectMapper().readTree(FORM.formatted(forMany)), (expression, names) -> true);
    }

    @Test
    void onlyTheFieldsAndValuesItNamesAreAsked() throws JsonProcessingException {
        DrawnForm form = drawn("{\"fields\": [\"decision\", \"reason\"], \"not\": [\"decision=OTHER\"]}");

        assertThat(form.parts()).extracting(DrawnPart::key).containsExactly("decision", "reason");
        assertThat(form.parts().get(0).options())
                .extracting(DrawnPart.Option::value)
                .containsExactly("YES");
    }

    @Test
    void whatElseIsSentIsNotPassedOn() throws JsonProcessingException {
        DrawnForm form = drawn("{\"fields\": [\"decision\", \"reason\"], \"not\": [\"decision=OTHER\"]}");
        Map<String, List<String>> sent = Map.of(
                "decision", List.of("YES"), "caseNo", List.of("AJ-1"), "reason", List.of(" "), "task", List.of("1"));

        assertThat(form.submission(sent)).isEqualTo(Map.of("decision", "YES"));
        assertThat(form.check(Map.of("decision", List.of("OTHER"))).refusals()).hasSize(1);
    }

    @Test
    void aFormThatCouldNotBeAnsweredSoStopsTheStart() {
        assertThatThrownBy(() -> drawn("{\"fields\": [\"reason\"], \"not\": []}"))
                .hasMessageContaining("leaves out decision");
        assertThatThrownBy(() -> drawn("{\"fields\": [\"decision\", \"why\"], \"not\": []}"))
                .hasMessageContaining("why");
        assertThatThrownBy(() -> drawn("{\"fields\": [\"decision\"], \"not\": [\"decision=MAYBE\"]}"))
                .hasMessageContaining("decision=MAYBE");
    }
}
