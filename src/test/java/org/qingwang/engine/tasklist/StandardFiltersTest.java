package org.qingwang.engine.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** The lists officers work from: one that is missing or wrong is work nobody sees. */
@QingwangTest
class StandardFiltersTest {

    private static final String HEAD_OF = "customs-330000";

    @Autowired
    private StandardFilters standard;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private CaseStories stories;

    @AfterEach
    void asTheyWere() {
        ClockUtil.reset();
        filters.createTaskFilterQuery()
                .filterName("An administrator's own")
                .list()
                .forEach(this::delete);
        standard.run(null);
    }

    @Test
    void everyStartFindsTheListsItMade() {
        Map<String, String> before = idsByName();
        assertThat(before).hasSizeGreaterThanOrEqualTo(standard.all().size());

        standard.run(null);

        assertThat(idsByName()).isEqualTo(before);
    }

    @Test
    void twoNodesThatStartTogetherMakeEachListOnce() {
        int lists = idsByName().size();
        named("Overdue · 已超期").forEach(this::delete);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> standard.run(null)),
                        CompletableFuture.runAsync(() -> standard.run(null)))
                .join();

        assertThat(named("Overdue · 已超期")).hasSize(1);
        assertThat(filters.createTaskFilterQuery().count()).isEqualTo(lists);
    }

    @Test
    void whatAnEarlierReleaseMadeIsBroughtUpToDateInItsPlace() {
        Filter overdue = named("Overdue · 已超期").get(0);
        Map<String, Object> older = new HashMap<>(overdue.getProperties());
        older.remove(StandardFilter.KEY);
        older.remove(StandardFilter.VERSION);
        filters.saveFilter(overdue.setQuery(tasks.createTaskQuery()).setProperties(older));

        standard.run(null);

        Filter now = filters.getFilter(overdue.getId());
        assertThat(now.getProperties()).containsEntry(StandardFilter.KEY, "overdue");
        assertThat(named("Overdue · 已超期")).hasSize(1);
    }

    @Test
    void whatAnAdministratorChangedOrAddedStays() {
        filters.saveFilter(filters.newTaskFilter("An administrator's own").setQuery(tasks.createTaskQuery()));
        Filter overdue = named("Overdue · 已超期").get(0);
        filters.saveFilter(overdue.setName("Too late"));

        standard.run(null);

        assertThat(filters.getFilter(overdue.getId()).getName()).isEqualTo("Too late");
        assertThat(named("An administrator's own")).hasSize(1);
        filters.saveFilter(overdue.setName("Overdue · 已超期"));
    }

    @Test
    void aTaskMovesFromListToListAsItsDayComesNearer() {
        String caseNo = stories.open(HEAD_OF);
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(caseNo).singleResult();
        long due = task.getDueDate().getTime();

        ClockUtil.setCurrentTime(new Date(due - 2 * 86_400_000L));
        assertThat(shows("soon", task)).isTrue();
        assertThat(shows("overdue", task)).isFalse();

        ClockUtil.setCurrentTime(new Date(due + 1_000));
        assertThat(shows("soon", task)).isFalse();
        assertThat(shows("overdue", task)).isTrue();
        assertThat(shows("outside", task)).isFalse();
        assertThat(shows("later", task)).isFalse();

        task.setFollowUpDate(new Date(due + 86_400_000L));
        tasks.saveTask(task);
        assertThat(shows("later", task)).isTrue();
    }

    /** A step that was renamed would leave its list without a word. */
    @Test
    void everyStepAndProcessThatAListNamesIsInAModel() throws IOException {
        String models;
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            models = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(StandardFiltersTest::read)
                    .collect(Collectors.joining());
        }

        assertThat(StandardFilters.OUTSIDE)
                .allSatisfy(step -> assertThat(models).contains("userTask id=\"" + step + "\""));
        assertThat(StandardFilters.CAMPAIGN)
                .allSatisfy(key -> assertThat(models).contains("process id=\"" + key + "\""));
    }

    private boolean shows(String key, Task task) {
        String list = stored(key).getId();
        return SignIn.as(
                        identity,
                        SignIn.head(HEAD_OF),
                        () -> filters.count(list, tasks.createTaskQuery().taskId(task.getId())))
                == 1;
    }

    private Filter stored(String key) {
        return filters.createTaskFilterQuery().list().stream()
                .filter(filter -> key.equals(filter.getProperties().get(StandardFilter.KEY)))
                .findFirst()
                .orElseThrow();
    }

    private List<Filter> named(String name) {
        return filters.createTaskFilterQuery().filterName(name).list();
    }

    private Map<String, String> idsByName() {
        return filters.createTaskFilterQuery().list().stream()
                .collect(Collectors.toMap(Filter::getName, Filter::getId));
    }

    private void delete(Filter filter) {
        filters.deleteFilter(filter.getId());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
