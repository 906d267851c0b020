package org.qingwang.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Our forms, for pages that draw them by themselves. */
@Component
public class DrawnForms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;

    DrawnForms(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * The form as this release brings it, which is the one the code that takes its values belongs to.
     *
     * @param file for example {@code complaint/receive}
     * @param without fields the page fills in by itself, ids of headings it needs not, and values nobody may choose there,
     *     written {@code field=value}
     * @throws IllegalStateException if it holds what cannot be filled in without scripts
     */
    public DrawnForm of(String file, Set<String> without) {
        return new DrawnForm(read("forms/" + file + ".form"), without, feelOf(engine));
    }

    private static JsonNode read(String file) {
        try (InputStream content = new ClassPathResource(file).getInputStream()) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Evaluates conditions as the engine does; asks it only when there is one to evaluate. */
    static Feel feelOf(ProcessEngine engine) {
        return (expression, names) -> ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDmnEngineConfiguration()
                .getFeelEngine()
                .evaluateSimpleExpression(expression, Variables.fromMap(names).asVariableContext());
    }
}
