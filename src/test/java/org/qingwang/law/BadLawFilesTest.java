package org.qingwang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of law that is taken although it is wrong moves the deadlines of a whole country; one refused must say why. */
class BadLawFilesTest {

    private static final String GOOD = """
            deadlines:
              - id: test.rule
                name: Test
                nameZh: 测试
                startsAt: event
                startsAtZh: 事件
                duty: OFFICER
                versionOn: EVENT
                versions:
                  - from: 2020-01-01
                    to: 2026-04-14
                    limit: 7
                    unit: WORKING_DAY
                    law: Old
                    lawZh: 旧
                    article: "1"
                    verified: true
                  - from: 2026-04-15
                    limit: 8
                    unit: CALENDAR_DAY
                    law: New
                    lawZh: 新
                    article: "2"
                    verified: true
            """;

    @Test
    void theFileTheseTestsSpoilIsSound() {
        assertThat(LawFileReader.read("deadlines.yaml", GOOD).rules()).containsOnlyKeys("test.rule");
    }

    /** What is exchanged in a sound file, and the sentence it earns. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            unit: WORKING_DAY | unit: WORKDAY | File deadlines.yaml, rule test.rule, field unit: “WORKDAY” is not known. Write one of WORKING_DAY, CALENDAR_DAY, HOUR, MONTH, YEAR, WEEKDAY.
            limit: 7 | limit: 0 | field limit: “0” is not a whole number from 1 to 100000
            limit: 7 | limit: seven | field limit: “seven” is not a whole number
            limit: 7 | limit: -7 | field limit: “-7” is not a whole number
            limit: 7 | limits: 7 | there is no field “limits”
            from: 2020-01-01 | from: 2020-02-30 | field from: “2020-02-30” is not a date. Write it as 2026-04-15.
            from: 2020-01-01 | from: 2027-01-01 | 2026-04-14 lies before the first day 2027-01-01
            to: 2026-04-14 | to: 2026-04-15 | the version that ends on 2026-04-15 overlaps with the one from 2026-04-15. Let it end on 2026-04-14.
            to: 2026-04-14 | to: 2026-04-10 | between 2026-04-10 and 2026-04-15 no version is in force. Let the earlier one end on 2026-04-14.
            duty: OFFICER | duty: NOBODY | field duty: “NOBODY” is not known
            article: "1" | article: "" | field verified: “true”, but no article is named. Name the article, or write false.
            verified: true | verified: yes | field verified: “yes” is neither true nor false
            id: test.rule | id: Test Rule | “Test Rule” cannot name a rule
            nameZh: 测试 | nameZh: "" | the field “nameZh” is missing or empty. Add it.
            law: Old | law: [Old] | field law: “…” is not a text
            law: Old | law: Old, note: half | the field “noteZh” is missing
            versions: | version: | there is no field “version”
            deadlines: | deadline: | there is no field “deadline”. Correct its name to one of deadlines
            law: Old | law: &anchor Old | uses an anchor or alias in line 14
            law: Old | law: !!javax.script.ScriptEngineManager [] | uses the tag
            law: Old | law: 'Old | cannot be read at line
            """)
    void aWrongFileIsRefusedWithWhereAndWhatToDo(String good, String bad, String sentence) {
        String spoiled = bad.startsWith("law: Old, ")
                ? GOOD.replace(good, "law: Old\n        note: half")
                : GOOD.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));
        assertThat(spoiled).isNotEqualTo(GOOD);
        assertThat(refusal("deadlines.yaml", spoiled)).contains(sentence);
    }

    /** A hundred levels of ten aliases each would be more values than there are atoms. */
    @Test
    void aFileThatGrowsWhenReadIsRefusedBeforeItDoes() {
        String bomb = "a: &a [x, x]\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "b" + i + ": &b" + i + " [*" + (i == 0 ? "a" : "b" + (i - 1)) + "]")
                        .collect(Collectors.joining("\n"));
        assertThat(refusal("deadlines.yaml", bomb)).contains("uses an anchor or alias in line 1");
    }

    @Test
    void aHugeFileADeepOneAndAnEmptyOneAreRefused() {
        assertThat(refusal("deadlines.yaml", "deadlines: " + "x".repeat(2_000_000)))
                .contains("larger than 1000 kilobytes");
        assertThat(refusal("deadlines.yaml", "deadlines: " + "[".repeat(5_000))).contains("cannot be read at line");
        assertThat(refusal("deadlines.yaml", "")).contains("holds no rule");
        assertThat(refusal("deadlines.yaml", "deadlines: []")).contains("holds no rule");
        assertThat(refusal("passwd.yaml", GOOD)).contains("“passwd.yaml” is not the name of a file of law");
    }

    @Test
    void everyRulesProblemIsNamedAtOnce() {
        String second = GOOD.substring(GOOD.indexOf("  - id:")).replace("test.rule", "test.other");
        LawFileRefused refused = catchThrowableOfType(
                LawFileRefused.class,
                () -> LawFileReader.read("deadlines.yaml", (GOOD + second).replace("duty: OFFICER", "duty: NOBODY")));
        assertThat(refused.problems()).hasSize(2);
        assertThat(refused.getMessage()).contains("rule test.rule").contains("rule test.other");
        assertThat(refusal("deadlines.yaml", GOOD + GOOD.substring(GOOD.indexOf("  - id:"))))
                .contains("the rule test.rule stands there twice");
    }

    @Test
    void aRuleCannotMoveToAFileOfAnotherKind() {
        LawFile file = LawFileReader.read("deadlines.yaml", GOOD.replace("test.rule", "trademark.infringement"));
        LawBook book = LawFiles.shipped(null);
        assertThat(catchThrowableOfType(org.qingwang.common.BadInput.class, () -> book.with(1, file))
                        .messageKey())
                .isEqualTo("law.file.other-kind");
    }

    /** What is wrong in a calendar, and the sentence it earns. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            year: 2029 | field year: 2029 does not lie in 2028
            makeUpDays: [2028-01-05] | 2028-01-05 is not a Saturday or Sunday that is worked
            makeUpDays: [2027-01-02] | 2027-01-02 does not lie in 2028
            makeUpDays: [2028-01-08, 2028-01-08] | the day 2028-01-08 stands there twice
            holydays: [] | there is no field “holydays”
            """)
    void aWrongCalendarIsRefused(String line, String sentence) {
        String field = line.substring(0, line.indexOf(':') + 1);
        String file =
                "year: 2028\nprovisional: false\nholidays:\n  - name: New Year\n    days: [2028-01-03]\nmakeUpDays: [2028-01-08]\n";
        String spoiled = file.contains("\n" + field) || file.startsWith(field)
                ? file.replaceFirst("(?m)^" + field + ".*$", line)
                : file + line + "\n";
        assertThat(refusal("2028.yaml", spoiled)).contains(sentence);
    }

    private static String refusal(String name, String text) {
        return catchThrowableOfType(LawFileRefused.class, () -> LawFileReader.read(name, text))
                .getMessage();
    }
}
