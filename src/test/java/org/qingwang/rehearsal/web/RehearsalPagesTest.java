package org.qingwang.rehearsal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.rehearsal.Practice;
import org.qingwang.rehearsal.Rehearsing;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, an officer rehearses what is the office's, or a slip of the pen costs a whole form. */
@QingwangTest
class RehearsalPagesTest {

    private static final String LIST = "/desk/rehearsal";

    @LocalServerPort
    int port;

    @Autowired
    Rehearsing rehearsing;

    @AfterEach
    void endAll() {
        rehearsing.endAll();
    }

    @Test
    void anOfficerFindsNoneOfItsPages() {
        String page = LIST + "/" + rehearsing.waiting();
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj-head");

        assertThat(officer.get(LIST).statusCode()).isEqualTo(404);
        assertThat(officer.get(LIST + "/new").statusCode()).isEqualTo(404);
        assertThat(officer.get(page).statusCode()).isEqualTo(404);
        assertThat(officer.get(page + "/again").statusCode()).isEqualTo(404);
        assertThat(officer.get(page + "/clocks.csv").statusCode()).isEqualTo(404);
        assertThat(officer.post(page + "/cancel", Map.of()).statusCode()).isEqualTo(404);
        assertThat(HttpUser.signedIn(port, "supervisor").get(page).body()).contains("It waits");
    }

    @ParameterizedTest
    @CsvSource({
        "weeks, <b>x</b>, Weeks in which complaints come",
        "hours, 25, Hours a day",
        "seed, -1, Seed",
        "firstDay, soon, is no day",
        "minutes.refuse, 60-20, are no minutes",
        "share.penalty, half, A share is a whole number",
        "formKey, none, out of date",
    })
    void whatIsWrongIsSaidAndWhatWasTypedStays(String field, String typed, String said) {
        HttpUser office = HttpUser.signedIn(port, "office");
        Map<String, String> fields = new HashMap<>(filledIn());
        fields.put(field, typed);

        HttpResponse<String> answer = office.postFrom(LIST + "/new", LIST, fields);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(said).contains("value=\"20 30\"").doesNotContain("<b>x");
    }

    private static Map<String, String> filledIn() {
        RehearsalForm blank = RehearsalForm.blank(LocalDate.parse("2026-03-02"), 5);
        Map<String, String> fields = new HashMap<>(Map.of(
                "place", "commerce-330000", "perWeek", "20 30", "officers", "2", "reviewers", "1", "heads", "1"));
        for (String field : List.of("firstDay", "weeks", "weeksAfter", "hours", "seed", "formKey")) {
            fields.put(field, blank.get(field));
        }
        Practice.broughtAlong()
                .steps()
                .keySet()
                .forEach(step -> fields.put("minutes." + step, blank.get("minutes." + step)));
        Practice.broughtAlong()
                .stories()
                .keySet()
                .forEach(story -> fields.put("share." + story, blank.get("share." + story)));
        return fields;
    }
}
