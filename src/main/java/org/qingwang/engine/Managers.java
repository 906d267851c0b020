package org.qingwang.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** The engine reads and writes each kind of row by a manager; a plugin may put its own in the place of one. */
public final class Managers {

    private Managers() {}

    /**
     * To be called before the engine is initialised.
     *
     * @param type the engine's manager
     * @param replacement makes one that extends it, for each command anew
     */
    public static <T extends Session> void replace(
            ProcessEngineConfigurationImpl configuration, Class<T> type, Supplier<? extends T> replacement) {
        List<SessionFactory> factories = configuration.getCustomSessionFactories() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomSessionFactories());
        factories.add(new Replacement(type, replacement));
        configuration.setCustomSessionFactories(factories);
    }

    private record Replacement(Class<?> type, Supplier<? extends Session> replacement) implements SessionFactory {
        @Override
        public Class<?> getSessionType() {
            return type;
        }

        @Override
        public Session openSession() {
            return replacement.get();
        }
    }
}
