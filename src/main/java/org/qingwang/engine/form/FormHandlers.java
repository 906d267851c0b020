package org.qingwang.engine.form;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.qingwang.engine.ProcessContract;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who takes which form, and what each process may carry. */
@Component
public class FormHandlers {

    private final ObjectProvider<FormHandler<?>> handlers;
    private final ObjectProvider<ProcessContract> contracts;
    private final ConcurrentMap<String, FormHandler<?>> handlerOfForm = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ProcessContract> contractOfProcess = new ConcurrentHashMap<>();

    FormHandlers(ObjectProvider<FormHandler<?>> handlers, ObjectProvider<ProcessContract> contracts) {
        this.handlers = handlers;
        this.contracts = contracts;
    }

    /**
     * Refuses a form nobody takes, or whose fields are not those its handler takes. Called before it is deployed.
     *
     * @param json text of the {@code .form} file
     * @throws IllegalStateException with what to write to put it right
     */
    public void requireHandlerFor(String json) {
        FormSchema form = FormSchema.parse(json);
        FormHandler<?> handler = of(form.id());
        Set<String> taken = Arrays.stream(handler.type().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        requireNone(
                form.writableNames(),
                taken,
                "form " + form.id() + " has fields that " + handler.type() + " does not take: ");
        requireNone(taken, form.names(), handler.type() + " takes fields that form " + form.id() + " does not have: ");
    }

    private static void requireNone(Set<String> names, Set<String> without, String problem) {
        Set<String> surplus = new TreeSet<>(names);
        surplus.removeAll(without);
        if (!surplus.isEmpty()) {
            throw new IllegalStateException(problem + surplus);
        }
    }

    /** @throws IllegalStateException if no bean, or more than one, takes this form */
    FormHandler<?> of(String formId) {
        return handlerOfForm.computeIfAbsent(
                formId, id -> only(handlers, FormHandler::formId, id, "a FormHandler bean whose formId() is "));
    }

    /** @throws IllegalStateException if no bean, or more than one, describes this process */
    ProcessContract contractOf(String processKey) {
        return contractOfProcess.computeIfAbsent(
                processKey,
                key -> only(
                        contracts, ProcessContract::processKey, key, "a ProcessContract bean whose processKey() is "));
    }

    private static <B> B only(ObjectProvider<B> beans, Function<B, String> name, String wanted, String what) {
        Map<Boolean, List<B>> found = beans.stream()
                .collect(Collectors.partitioningBy(bean -> name.apply(bean).equals(wanted)));
        if (found.get(true).size() != 1) {
            throw new IllegalStateException("there must be exactly one bean: " + what + wanted + "; there are "
                    + found.get(true).size());
        }
        return found.get(true).get(0);
    }
}
