package org.qingwang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingwang.law.DeadlineRule;
import org.qingwang.law.DeadlineRules;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a reader of a model, and the engine at run time, can rely on in each of them. */
@QingwangTest
class ModelsTest {

    /** As drawing tools make them up. */
    private static final Pattern MADE_UP = Pattern.compile("[A-Za-z]+_[0-9][0-9a-z]{6}");

    private static final Pattern MEANINGFUL = Pattern.compile("[A-Z][A-Za-z]*_[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private static final Set<String> GROUPS = Set.of(
            "${jurisdiction}",
            "${jurisdiction}-head",
            "${jurisdiction}-legal",
            "office",
            "supervisors",
            "office,supervisors");

    /** Words of the expression language, and what it offers everywhere. */
    private static final Set<String> WORDS = Set.of(
            "execution",
            "task",
            "true",
            "false",
            "null",
            "empty",
            "not",
            "and",
            "or",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "div",
            "mod",
            "now",
            "dateTime");

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    DeadlineRules deadlines;

    @Autowired
    List<ProcessContract> contracts;

    static Stream<Resource> models() throws IOException {
        return files("classpath*:/bpmn/**/*.bpmn");
    }

    static Stream<Resource> decisions() throws IOException {
        return files("classpath*:/bpmn/**/*.dmn");
    }

    private static Stream<Resource> files(String pattern) throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern));
    }

    private static BpmnModelInstance read(Resource file) throws IOException {
        try (InputStream xml = file.getInputStream()) {
            return Bpmn.readModelFromStream(xml);
        }
    }

    private static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelCanBeDeployedReadAndKept(Resource file) throws IOException {
        BpmnModelInstance model = read(file);
        Process process = process(model);
        assertThat(file.getFilename()).isEqualTo(process.getId() + ".bpmn");
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getName()).isNotBlank();
        assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(process.getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(documentation(process)).containsPattern(CHINESE);
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsNamesAndDocumentationSayWhatIsMeant(Resource file) throws IOException {
        BpmnModelInstance model = read(file);
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            assertThat(element.getId()).matches(MEANINGFUL).doesNotMatch(MADE_UP);
        }
        for (Activity activity : model.getModelElementsByType(Activity.class)) {
            assertThat(activity.getName()).as(activity.getId()).isNotBlank();
            assertThat(documentation(activity)).as(activity.getId()).containsPattern(CHINESE);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyServiceTaskHasItsBean(Resource file) throws IOException {
        BpmnModelInstance model = read(file);
        model.getModelElementsByType(ServiceTask.class)
                .forEach(task -> requireDelegate(task, task.getCamundaDelegateExpression()));
        model.getModelElementsByType(BusinessRuleTask.class)
                .forEach(task -> requireDelegate(task, task.getCamundaDelegateExpression()));
        model.getModelElementsByType(SendTask.class)
                .forEach(task -> requireDelegate(task, task.getCamundaDelegateExpression()));
    }

    private void requireDelegate(FlowNode task, String expression) {
        Matcher bean = BEAN.matcher(String.valueOf(expression));
        assertThat(bean.matches()).as(task.getId() + " calls " + expression).isTrue();
        assertThat(beans.findAnnotationOnBean(bean.group(1), ModelBean.class))
                .as(task.getId() + " calls " + expression)
                .isNotNull();
        assertThat(beans.getBean(bean.group(1))).isInstanceOf(JavaDelegate.class);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasItsFormItsGroupAndItsDay(Resource file) throws IOException {
        for (UserTask task : read(file).getModelElementsByType(UserTask.class)) {
            assertThat(task.getCamundaFormRef()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaFormRefBinding()).as(task.getId()).isEqualTo("deployment");
            assertThat(GROUPS).as(task.getId()).contains(task.getCamundaCandidateGroups());
            assertThat(task.getCamundaDueDate()).as(task.getId()).startsWith("${clocks.due(");
            assertThat(task.getOutgoing()).as(task.getId()).isNotEmpty();
        }
    }

    /** A clock that stands still has no end; a timer needs one, and only {@code clocks.timer} always gives it. */
    @ParameterizedTest
    @MethodSource("models")
    void aTimerAsksItsClockAsTimersMust(Resource file) throws IOException {
        assertThat(read(file).getModelElementsByType(TimeDate.class))
                .extracting(ModelElementInstance::getTextContent)
                .allSatisfy(date -> assertThat(date).startsWith("${clocks.timer("));
    }

    /** A rule that does not exist, or a subject that is no plain variable, shows only when the first case gets there. */
    @ParameterizedTest
    @MethodSource("models")
    void aModelNamesClocksOfTheLaw(Resource file) throws IOException {
        String model = Bpmn.convertToString(read(file)).replace("&apos;", "'");
        Matcher call = Pattern.compile("clocks\\.\\w+\\(([^,]*),\\s*'([^']*)'").matcher(model);
        Set<String> known = deadlines.all().stream().map(DeadlineRule::id).collect(Collectors.toSet());
        while (call.find()) {
            assertThat(call.group(1)).as(call.group()).matches("\\w+");
            assertThat(known).contains(call.group(2));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void noModelBringsCodeOfItsOwn(Resource file) throws IOException {
        BpmnModelInstance model = read(file);
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaTaskListener.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaExecutionListener.class)).isEmpty();
        assertThat(model.getModelElementsByType(ServiceTask.class))
                .allSatisfy(task -> assertThat(task.getCamundaClass()).isNull())
                .allSatisfy(task -> assertThat(task.getCamundaExpression()).isNull());
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelNamesOnlyVariablesOfItsContract(Resource file) throws IOException {
        BpmnModelInstance model = read(file);
        String key = process(model).getId();
        Set<String> declared = contracts.stream()
                .filter(contract -> contract.processKey().equals(key))
                .map(ProcessContract::variables)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        assertThat(declared).as("variables of " + key).isNotEmpty();
        Set<String> used = namesInExpressions(Bpmn.convertToString(model));
        model.getModelElementsByType(CamundaIn.class).stream()
                .map(CamundaIn::getCamundaSource)
                .filter(source -> source != null)
                .forEach(used::add);
        model.getModelElementsByType(CamundaOut.class).stream()
                .map(CamundaOut::getCamundaTarget)
                .filter(target -> target != null)
                .forEach(used::add);
        assertThat(declared).as("variables of " + key).containsAll(used);
    }

    private Set<String> namesInExpressions(String xml) {
        Set<String> names = new TreeSet<>();
        for (MatchResult expression :
                EXPRESSION.matcher(xml.replace("&#39;", "'")).results().toList()) {
            String withoutText = expression.group(1).replaceAll("'[^']*'", "");
            NAME.matcher(withoutText).results().map(MatchResult::group).forEach(names::add);
        }
        names.removeAll(WORDS);
        names.removeAll(List.of(beans.getBeanNamesForAnnotation(ModelBean.class)));
        return names;
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionCanBeKeptAndItsRulesNamed(Resource file) throws IOException {
        try (InputStream xml = file.getInputStream()) {
            List<String> rules = new ArrayList<>();
            var model = Dmn.readModelFromStream(xml);
            for (Decision decision : model.getModelElementsByType(Decision.class)) {
                assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
                assertThat(decision.getVersionTag()).matches("\\d+\\.\\d+\\.\\d+.*");
            }
            model.getModelElementsByType(Rule.class).forEach(rule -> rules.add(rule.getId()));
            assertThat(rules).allMatch(id -> !MADE_UP.matcher(id).matches()).doesNotHaveDuplicates();
        }
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining(" "));
    }
}
