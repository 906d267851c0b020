package org.qingwang.support;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * As much of an execution as delegates use, its variables, for tests that run a delegate once more than its process does.
 * A delegate that asks for anything else fails.
 */
public final class Step {

    private Step() {}

    /** A step that knows one variable. */
    public static DelegateExecution with(String variable, Object value) {
        return with(new HashMap<>(Map.of(variable, value)));
    }

    /** A step that reads and writes these variables. */
    public static DelegateExecution with(Map<String, Object> variables) {
        return (DelegateExecution) Proxy.newProxyInstance(
                Step.class.getClassLoader(),
                new Class<?>[] {DelegateExecution.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getVariable" -> variables.get(arguments[0]);
                    case "removeVariable" -> variables.remove(arguments[0]);
                    case "setVariable" -> variables.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
