package org.qingwang.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, whoever reads Chinese sees Cockpit's and Tasklist's drawings in English. */
@QingwangTest
class DrawingsInChineseTest {

    private static final String DRAWING = "/process-definition/key/commerce-investigation/xml";

    @LocalServerPort
    private int port;

    private HttpResponse<String> drawing(String account, String language, String address) {
        return HttpUser.signedIn(port, account)
                .with("Accept-Language", language)
                .engineGet(address);
    }

    private String xml(String language) throws JsonProcessingException {
        HttpResponse<String> answer = drawing("supervisor", language, DRAWING);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).get("bpmn20Xml").asText();
    }

    @Test
    void stepsAndAnswersAreDrawnInTheBrowsersLanguage() throws JsonProcessingException {
        assertThat(xml("zh-CN,zh;q=0.9,en;q=0.8"))
                .contains("name=\"法制审核\"", "name=\"否，退回\"")
                .doesNotContain("name=\"Legal review\"");
        assertThat(xml("en-US,en;q=0.9,zh;q=0.8"))
                .contains("name=\"Legal review\"")
                .doesNotContain("name=\"法制审核\"");
    }

    @Test
    void whatIsRefusedStaysRefused() {
        assertThat(drawing("supervisor", "zh", "/process-definition/key/no-such-model/xml")
                        .statusCode())
                .isEqualTo(404);
        assertThat(HttpUser.stranger(port)
                        .with("Accept-Language", "zh")
                        .engineGet(DRAWING)
                        .statusCode())
                .isEqualTo(401);
    }
}
