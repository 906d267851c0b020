package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.support.QingwangTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log of a whole case. Logs are kept, copied and read by people who may see no case: they say which case a line is
 * about, and nothing of the people in it.
 */
@QingwangTest
class CaseLogTest {

    private static final String STEPS = "org.camunda.bpm.engine.bpmn.behavior";

    private final Logger all = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger steps = (Logger) LoggerFactory.getLogger(STEPS);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Autowired
    private Investigator investigator;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void listen() {
        steps.setLevel(Level.DEBUG);
        log.start();
        all.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        all.detachAppender(log);
        steps.setLevel(null);
    }

    @Test
    void aCaseIsNamedByItsNumberAndNobodyInItByName() {
        String caseNo = investigator.closed();

        List<ILoggingEvent> lines = List.copyOf(log.list);
        assertThat(lines.stream().map(line -> line.getMDCPropertyMap().get("number")))
                .contains(caseNo);
        assertThat(lines.stream().filter(line -> line.getLoggerName().equals(STEPS)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsKey("number"));
        assertThat(String.join("\n", lines.stream().map(CaseLogTest::whole).toList()))
                .doesNotContain(peopleIn(caseNo));
    }

    private static String whole(ILoggingEvent line) {
        return line.getFormattedMessage()
                + line.getMDCPropertyMap()
                + (line.getThrowableProxy() == null
                        ? ""
                        : line.getThrowableProxy().getMessage());
    }

    private List<String> peopleIn(String caseNo) {
        List<String> people =
                new ArrayList<>(jdbc.sql("""
                        select unnest(array[complainant_name, contact, seller_name]) from complaint where case_no = ?""").param(caseNo).query(String.class).list());
        people.add(Investigator.OFFICER.name());
        assertThat(people).hasSizeGreaterThan(3).doesNotContainNull();
        return people;
    }
}
