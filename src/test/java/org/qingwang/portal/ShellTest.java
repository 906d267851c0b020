package org.qingwang.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.ActorPrincipal;
import org.qingwang.agency.Jurisdiction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The frame around every page: without it nobody finds the way, changes the language or signs out. */
@WebMvcTest(controllers = ShellTest.ExamplePages.class)
@ContextConfiguration(classes = ShellTest.ExamplePages.class)
@Import({Shell.class, ReaderLanguage.class, LanguageSwitch.class})
class ShellTest {

    @Autowired
    private MockMvc pages;

    @Test
    void aPageStandsInTheFrameWithItsOwnTitleAndContent() throws Exception {
        pages.perform(get("/example").with(officer()))
                .andExpect(content().string(containsString("<title>Qingwang example</title>")))
                .andExpect(content().string(containsString("<h1>Seventeen cases</h1>")))
                .andExpect(content().string(containsString("<p>inner</p>")))
                .andExpect(content().string(containsString("<html lang=\"en\"")))
                .andExpect(content().string(containsString("Officer Li")));
    }

    @Test
    void aSummaryForAnIframeHasNoHeader() throws Exception {
        pages.perform(get("/example/bare").with(officer()))
                .andExpect(content().string(containsString("<title>Bare</title>")))
                .andExpect(content().string(containsString("<h1>Seventeen cases</h1>")))
                .andExpect(content().string(not(containsString("<header"))));
    }

    @Test
    void theBrowsersLanguageCountsUntilTheReaderChooses() throws Exception {
        pages.perform(get("/example").with(officer()).header("Accept-Language", "zh-CN,zh;q=0.9"))
                .andExpect(content().string(containsString("<html lang=\"zh-CN\"")))
                .andExpect(content().string(containsString("投诉举报")));
        pages.perform(get("/example?lang=en").with(officer()).header("Accept-Language", "zh-CN"))
                .andExpect(cookie().value("lang", "en"))
                .andExpect(content().string(containsString("<html lang=\"en\"")));
        pages.perform(get("/example?lang=fr").with(officer()))
                .andExpect(content().string(containsString("<html lang=\"en\"")));
    }

    @Test
    void switchingTheLanguageKeepsTheSearch() throws Exception {
        pages.perform(get(URI.create("/example?q=a%20b&lang=en&page=2")).with(officer()))
                .andExpect(content().string(containsString("href=\"/example?q=a%20b&amp;page=2&amp;lang=zh\"")));
    }

    @Test
    void theNavigationMarksThePageAndShowsWhatTheRoleHasUseFor() throws Exception {
        pages.perform(get("/desk/complaints/import").with(officer()))
                .andExpect(content().string(not(containsString("/desk/admin/officers"))))
                .andExpect(content().string(containsString("href=\"/desk/complaints/import\" aria-current=\"page\"")))
                .andExpect(content().string(not(containsString("href=\"/desk/complaints\" aria-current"))));
        pages.perform(get("/example").with(person(new Actor("root", "Root", null, Set.of(Actor.ADMIN_GROUP)))))
                .andExpect(content().string(containsString("/desk/admin/officers")))
                .andExpect(content().string(not(containsString("/desk/cases"))));
    }

    private static RequestPostProcessor officer() {
        Jurisdiction home = Jurisdiction.parse("commerce-330000");
        return person(new Actor("li", "Officer Li", home, Set.of(home.id())));
    }

    private static RequestPostProcessor person(Actor actor) {
        ActorPrincipal principal = () -> actor;
        return authentication(new UsernamePasswordAuthenticationToken(principal, null, List.of()));
    }

    @Controller
    static class ExamplePages {

        @GetMapping({"/example", "/desk/complaints/import"})
        String example(Model model) {
            model.addAttribute("heading", "Seventeen cases");
            return "shell-example";
        }

        @GetMapping("/example/bare")
        String bare(Model model) {
            model.addAttribute("heading", "Seventeen cases");
            return "shell-example-bare";
        }
    }
}
