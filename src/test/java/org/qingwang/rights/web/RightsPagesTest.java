package org.qingwang.rights.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What an officer sees of the register. */
@QingwangTest
class RightsPagesTest {

    private static final Actor COMMERCE = SignIn.officer("commerce-330000");
    private static final Actor POLICE = SignIn.officer("publicsecurity-330000");

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private IdentityService identity;

    private MockMvc pages;

    @BeforeEach
    void open() {
        pages = MockMvcBuilders.webAppContextSetup(application).build();
    }

    @Test
    void anOfficerUploadsARealRecordAndReadsIt() throws Exception {
        byte[] record = new ClassPathResource("rights/us-2178784-st96.xml").getContentAsByteArray();
        as(COMMERCE, multipart("/desk/rights/import").file(new MockMultipartFile("file", "java.xml", null, record)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("java.xml: one record, WIPO ST.96")));
        as(POLICE, get("/desk/rights/US/2178784"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Oracle America, Inc.")))
                .andExpect(content().string(containsString("The registration has been renewed.")))
                .andExpect(content().string(containsString("does not reach China")));
        as(POLICE, get("/desk/rights/US/2178784").locale(Locale.CHINESE))
                .andExpect(content().string(containsString("其效力不及于中国")))
                .andExpect(content().string(containsString("美国")));
    }

    @Test
    void theReportNamesLineFieldAndReason() throws Exception {
        String number = newNumber();
        String csv =
                "office,registrationNo,registered\nCN," + number + ",2020-01-01\nCN,<b>,2020-01-01\nCN,77,31.2.2020\n";
        as(COMMERCE, upload(csv))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<strong>1</strong> <span>added</span>")))
                .andExpect(content().string(containsString("<strong>2</strong> <span>refused</span>")))
                .andExpect(content().string(containsString("“&lt;b&gt;” holds no registration number.")))
                .andExpect(content().string(containsString("“31.2.2020” is not a date.")))
                .andExpect(content().string(not(containsString("<b>"))));
        as(COMMERCE, upload(csv).locale(Locale.CHINESE))
                .andExpect(content().string(containsString("“31.2.2020”不是日期")))
                .andExpect(content().string(containsString("<strong>1</strong> <span>无变化</span>")));
    }

    @Test
    void aFileThatCannotBeTakenIsAnsweredWithOneSentence() throws Exception {
        as(COMMERCE, upload("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("The file declares a document type")));
        as(COMMERCE, upload(""))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("The file is empty.")));
    }

    @Test
    void whoMayNotAddToTheRegisterSeesNoFormAndIsRefused() throws Exception {
        as(COMMERCE, get("/desk/rights")).andExpect(content().string(containsString("type=\"file\"")));
        as(POLICE, get("/desk/rights"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("type=\"file\""))));
        as(POLICE, upload("office,registrationNo\nCN,1\n")).andExpect(status().isForbidden());
    }

    @Test
    void searchFindsByNumberAndByMark() throws Exception {
        String number = newNumber();
        String mark = "清风" + number;
        as(COMMERCE, upload("office,registrationNo,mark,status\nCN," + number + "," + mark + ",已注册\n"));

        as(POLICE, get("/desk/rights").queryParam("q", "第 " + number + " 号"))
                .andExpect(content().string(containsString("One mark found.")))
                .andExpect(content().string(containsString("href=\"/desk/rights/CN/" + number + "\"")));
        as(POLICE, get("/desk/rights").queryParam("q", mark).queryParam("page", "no page"))
                .andExpect(content().string(containsString("One mark found.")));
        as(POLICE, get("/desk/rights").queryParam("q", "\"><script>alert(1)</script>"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>"))));
    }

    @Test
    void aMarkThatIsNotThereIsNotFound() throws Exception {
        as(POLICE, get("/desk/rights/CN/999999999999")).andExpect(status().isNotFound());
        as(POLICE, get("/desk/rights/China/none")).andExpect(status().isNotFound());
    }

    private static MockMultipartHttpServletRequestBuilder upload(String file) {
        return multipart("/desk/rights/import")
                .file(new MockMultipartFile("file", "a.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private ResultActions as(Actor actor, RequestBuilder request) {
        return SignIn.as(identity, actor, () -> {
            try {
                return pages.perform(request);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String newNumber() {
        return Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 900_000_000_000L));
    }
}
